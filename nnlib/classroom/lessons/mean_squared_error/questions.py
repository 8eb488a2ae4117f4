"""The questions of notebook 4, the mean squared error."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "4.1",
        "choice",
        seal="9b7cf5add1771537",
        wrong={
            "a": "Two rows of five are 40 % of the rows. But here each row counts with the square "
            "of its miss.",
            "b": "This is their share of the misses before squaring. Square first, then compare.",
        },
    ),
    Question(
        "4.2",
        "choice",
        seal="c1a0e4e7d08dd538",
        wrong={
            "a": "The sum doubles, yes. Now divide it by the number of rows, and mind that this "
            "number has changed too.",
            "c": "Each square now stands in the sum twice. Does the sum not notice?",
            "d": "There are twice as many rows to divide by, yes. But what is it that you divide?",
        },
    ),
    Question(
        "4.3",
        "number",
        seal="9de8d2cf66279d9b",
        digits=1,
        wrong={
            5: "You have found the n. Our line has a 2 as well, and theirs has not.",
            2: "The 2 is missing in theirs, yes, but the n is missing too.",
            0.4: "That is ours divided by theirs. The question goes the other way round.",
            10: "The 2 stands above, the n below: one makes our slopes larger, the other smaller.",
        },
    ),
    Question(
        "4.4",
        "shape",
        seal="02a89f66eb54bd3f",
        wrong={
            (5, 1): "That is what we wish for. Put the missing axis in front of (5,), write it "
            "under (5, 1), and see which axes of length 1 are repeated.",
            (5,): "A difference has as many axes as the longer of the two shapes.",
            (1, 5): "So counts (5,) after the first half of the rule. Now the axes of length 1 "
            "are repeated, in both arrays.",
        },
    ),
    Question(
        "4.5",
        "choice",
        seal="6630485aa396df31",
        wrong={
            "a": "A nudge of b moves each prediction by 0.5. How far does the same nudge of w move "
            "a prediction whose a_1 is 18.6?",
            "b": "It would be so if both were multiplied by the same values. b is multiplied by 1, "
            "w by a_1, up to 18.6.",
            "c": "On average the predictions move about ten times as far. But what does the loss "
            "do with a miss?",
        },
    ),
)
