"""The questions of notebook 1, activations."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "1.1",
        "number",
        seal="d8b8af4f67feb3eb",
        digits=1,
        wrong={
            0: "That is the lowest of the five points. Does a line there come close to the others?",
            1: "Near many of the points, but misses are squared: the two far ones weigh more.",
            2.5: "The point at height 0 counts too: there are five.",
            4: "That is the height of the two ends. What does such a line miss in the middle?",
        },
    ),
    Question(
        "1.2",
        "number",
        seal="ffe942dd161e5ba5",
        digits=1,
        wrong={
            0.6: "3 of 5 shares out the scores themselves. The formula first takes e to the power "
            "of each.",
            0.7: "Did you cut it off after one decimal? Round it: the next decimal decides.",
            0.3: "That was its share while all three scores were equal.",
            0.9: "Below the line stand all three powers. Did you count both of the small ones?",
            1: "The other two keep a little: no power of e is 0.",
        },
    ),
    Question(
        "1.3",
        "choice",
        seal="ba9d763b83d8be70",
        wrong={
            "a": "That is ten slopes added up. Each sigmoid changes what the one before it left.",
            "b": "That is what five of them leave.",
            "d": "A product is 0 only if one of its factors is.",
        },
    ),
    Question(
        "1.4",
        "choice",
        seal="30b5d347560e521d",
        wrong={
            "a": "In theory, yes. Which power of e does the formula need on its way there?",
            "b": "Only the differences matter, and these are as for 0, 1 and 2; but what is e to "
            "the power of 1000 for the computer?",
            "c": "The differences are too small for the largest to take all; and what is e to the "
            "power of 1000 for the computer?",
        },
    ),
    Question(
        "1.5",
        "number",
        seal="9d21f4d80b2d730d",
        wrong={
            0: "That would respect the sum. Which of the two numbers does ReLU change when it "
            "stands alone?",
            2: "That is relu(u) + relu(v) alone. Take relu(u + v) away from it.",
            -1: "The other way round: which of the two sides is the larger one?",
        },
    ),
)
