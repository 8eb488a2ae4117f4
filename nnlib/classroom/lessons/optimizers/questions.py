"""The questions of notebook 8, optimizers."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "8.1",
        "number",
        seal="2776f5454fe09be8",
        digits=2,
        wrong={
            0.04: "There 1 - 25 lr is 0: one step, and y is at the lowest point. Its sign does not "
            "change.",
            0.03: "There a quarter of y is left, with its sign. Go higher.",
            2: "That would be the limit for x, whose curvature is 1. Along y it is 25.",
            0.4: "For which rate is 1 - 25 lr equal to -1?",
            0.07: "There y changes its sign, and shrinks to three quarters. A little more.",
        },
    ),
    Question(
        "8.2",
        "number",
        seal="ff6c919f9559ab2d",
        wrong={
            1: "That is the first velocity. The next gradient comes on top of what is left of it.",
            3: "It is still growing there. By how much, from one step to the next?",
            9: "That is what is left of it in the end, before the new gradient of 1 comes on top.",
            100: "Each step forgets a tenth. At which velocity is a tenth of it as much as the new "
            "gradient brings?",
            0: "Old gradients fade, but a new one comes at each step.",
        },
    ),
    Question(
        "8.3",
        "number",
        seal="8338e04fd5ee2ef4",
        digits=2,
        wrong={
            0.25: "That is the plain step, rate times gradient. RMSprop divides by the root of s.",
            0.01: "That would be with s = 25 squared. But s has only a hundredth of it yet.",
            0.04: "You have divided by s. Divide by its root, 2.5.",
            2.5: "That is the root of s. The step is rate times gradient over it.",
            10: "The gradient over the root is that. The rate is still missing.",
        },
    ),
    Question(
        "8.4",
        "number",
        seal="acf8b44936631b2b",
        digits=2,
        wrong={
            0.06: "That is the plain step, rate times gradient. Adam divides by the root of the "
            "corrected square.",
            0.1: "That is RMSprop's first step, whose square is not corrected.",
            0.03: "That is the step without correction: 0.1 g over the root of 0.001 times g "
            "squared.",
            -0.01: "A step goes against the gradient, and this one is negative.",
            6.01: "That is the gradient. What is left of it, over its own size?",
            1: "So much is the corrected mean over the root, in size. Now times the rate.",
        },
    ),
    Question(
        "8.5",
        "choice",
        seal="b6f0c9802b5ec7a6",
        wrong={
            "a": "Its usual gradient is 100. By what is the pull of 0.1 divided there, and by what "
            "in the other weight?",
            "c": "So it would be if the pull stood beside Adam's step. Here it is a part of the "
            "gradient, and is divided like it.",
        },
    ),
    Question(
        "8.6",
        "choice",
        seal="c7477c448feeec45",
        wrong={
            "a": "On the curve it was not clear either. How far do five starts lie apart?",
            "b": "It is no worse on a plane, but is its range really below all the others?",
        },
    ),
)
