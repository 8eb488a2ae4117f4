"""The questions of notebook 5, the backward pass."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "5.1",
        "number",
        seal="3121c29d9519a427",
        digits=2,
        wrong={
            2.34: "Nearly: you have cut the decimals after the second one off. Round instead.",
            2.3: "Nearly: that is one decimal, and two are asked for.",
            5.86: "That is the error of the row. The formula puts a factor in front of it.",
            11.73: "The 2 is there. The loss is a mean over five rows: where does that show?",
            1.17: "The n is there. The slope of a square brings one more number along.",
            -2.35: "Mind the order of the difference: would the loss grow or fall if this "
            "prediction, which is too high already, grew?",
        },
    ),
    Question(
        "5.2",
        "number",
        seal="98cf8868fda76b1d",
        digits=2,
        wrong={
            0.93: "Nearly: you have cut the decimals after the second one off. Round instead.",
            0.9: "Nearly: that is one decimal, and two are asked for.",
            2.35: "That is the price of the prediction. How far does the prediction move when the "
            "output of this unit grows by h?",
            0.23: "That is the price of the other unit, the one that W2[1, 0] joins to the output.",
            4.25: "That is what the row adds to dW2[0, 0]. There the weight is nudged; here it is "
            "the output of the unit.",
        },
    ),
    Question(
        "5.3",
        "choice",
        seal="940f2ad91fc07181",
        wrong={
            "a": "So it would pass a straight line. Which slope has ReLU at this row's Z1?",
            "c": "Each unit has a gate of its own, that is true. Look at this row's Z1, at the "
            "top: where is it above 0?",
            "d": "The formula multiplies by the slope at Z1, not by Z1 itself.",
        },
    ),
    Question(
        "5.4",
        "choice",
        seal="706a636bbe7a7d49",
        wrong={
            "a": "NumPy complains about shapes that it cannot stretch. Can it stretch (1, 1)?",
            "b": "A result has room for both sides. Which of the two shapes is the larger?",
            "d": "That takes a row against a column. Here one side is a single number.",
        },
    ),
    Question(
        "5.5",
        "number",
        seal="3d70755bc1c41233",
        digits=1,
        wrong={
            5: "The mean divides by five, so it makes the article's number smaller. The missing "
            "2/n makes it larger: what is left of both?",
            1: "Two things differ, the mean and the missing 2/n. Do they quite make up for each "
            "other?",
            2.5: "So it would be if the biases were summed as the weights are. What does "
            "`mean` do on top?",
            0.2: "That is the mean in place of the sum. The missing 2/n changes the ratio too.",
            0.4: "That is 2/n, which the article leaves out. Two things differ, and one of "
            "them the other way round.",
            2.0: "Article to true, not true to article.",
        },
    ),
)
