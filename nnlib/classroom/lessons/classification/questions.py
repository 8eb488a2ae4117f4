"""The questions of notebook 9, classification."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "9.1",
        "choice",
        seal="af5123784c8410b4",
        wrong={
            "a": "Then its steps must be long enough. How long is a step at a rate of 1, where the "
            "slope is 0.0001?",
            "b": "1000 steps sound like many. Multiply them by the slope at the start: how far "
            "does that go?",
        },
    ),
    Question(
        "9.2",
        "number",
        seal="0f624c03d84db474",
        digits=2,
        wrong={
            0.1: "That is the share of each class. How large is the surprise at it?",
            1: "That is the logarithm to the base 10. Here it is the natural one, math.log.",
            10: "That is how many classes there are. Their share is one of ten; take its surprise.",
            3.32: "That is in coins, the logarithm to the base 2. The loss takes the natural one.",
            -2.3: "A share is below 1, so its logarithm is below 0. Which sign has the surprise?",
            0: "So it would be if the right class had all the certainty, a share of 1.",
        },
    ),
    Question(
        "9.3",
        "number",
        seal="be30f21f1dd5b884",
        digits=2,
        wrong={
            0.25: "That is the share, P. It is the slope along a wrong score; Y is 1 for the right "
            "one.",
            0.75: "The size is right. If the right score goes up, does the loss go up?",
            -4: "That is the slope of the surprise along the share, -1/p. How does the share move "
            "with the score?",
            -1: "So it would be if the right class had no share at all. It has one in four.",
            0: "All four slopes together are so. Each by itself is not.",
            -0.25: "Nearly: you have the sign of Y and the size of P. Take P - Y.",
        },
    ),
    Question(
        "9.4",
        "number",
        seal="59d87f9c23e5fb6a",
        wrong={
            1: "One unit bends along one line. On each side of it everything is straight.",
            2: "Two lines cut the plane into regions that are all open to the far distance. What "
            "is the smallest figure of straight sides that is closed?",
            4: "A square would do. Is there a closed figure with fewer sides?",
            8: "That would do, and is easy to find. But how few can enclose it?",
        },
    ),
    Question(
        "9.5",
        "number",
        seal="6ee232de3684cc12",
        wrong={
            4736: "Those are the weights alone. Each hidden unit and each score has a bias too.",
            4160: "That is the first layer. The scores come from a second one.",
            650: "That is the last layer. The hidden units have weights as well.",
            4096: "Those are the weights of the first layer.",
            138: "You have added up features, units and scores. Each unit has a weight for every "
            "feature.",
        },
    ),
    Question(
        "9.6",
        "choice",
        seal="e4bad425dc200600",
        wrong={
            "a": "It is quick, and not far behind. But its boundaries are straight.",
            "b": "One would hope so. But how much does a model have to understand, if it has "
            "1347 images by heart to compare with?",
        },
    ),
)
