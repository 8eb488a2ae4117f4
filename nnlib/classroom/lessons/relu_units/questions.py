"""The questions of notebook 2, stacked ReLU units."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "2.1",
        "number",
        seal="b1f06a0fcbfb13c0",
        wrong={
            5: "You add up what the two lines do. But the second line takes what the first one "
            "returns, and multiplies it.",
            2: "So much grows the first line alone. What does the second one make of it?",
            3: "So much grows the second line when z grows by 1. By how much does z grow?",
            24: "That is from x = 1 to x = 5, four steps of 1.",
        },
    ),
    Question(
        "2.2",
        "number",
        seal="c464bb1d6fc61761",
        wrong={
            6: "Put x = 6 into 2x - 6. The unit is well on there.",
            -6: "Put x = -6 into 2x - 6. Is the unit about to switch on there?",
            -3: "Put x = -3 into 2x - 6. Is that zero?",
        },
    ),
    Question(
        "2.3",
        "number",
        seal="6cef6e44dc5f9c1d",
        digits=1,
        wrong={
            0: "So says the cumulative sum. Put x = -11 into the three lines: is none positive?",
            0.6: "You have found the unit that is on. Does its line rise or fall?",
            0.2: "That is unit 1 alone. Its hinge, at x = -9.95, is to the right of x = -11: is it "
            "on there?",
            -0.1: "That is all three together. Put x = -11 into the lines: which are positive?",
            8.6: "That is how high the sum is. By how much does it change when x grows by 1?",
        },
    ),
    Question(
        "2.4",
        "choice",
        seal="63667656c782b157",
        wrong={
            "a": "A bias acts before the ReLU, and moves a hinge. Work out where they are now.",
            "b": "No unit goes below 0, however low its bias. Work out where the hinges are now.",
            "c": "Right about the three units. Now write down the formula of the whole network.",
        },
    ),
    Question(
        "2.5",
        "number",
        seal="c03132148e2e6f9a",
        wrong={
            -1: "That is the slope of the second piece. Is only this unit on there?",
            1: "Then the sum rises even faster from x = 1 on. It must fall there.",
            2: "The size is right. Should the sum rise or fall to the right of x = 1?",
            0: "Then nothing changes at x = 1, and the sum goes on rising.",
        },
    ),
)
