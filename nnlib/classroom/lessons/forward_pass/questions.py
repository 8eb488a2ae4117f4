"""The questions of notebook 3, the forward pass."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "3.1",
        "number",
        seal="d86e2f6ff244aa6f",
        digits=2,
        wrong={
            -0.44: "Here the two units count with their negative z. What does ReLU make of it?",
            0: "Both units give 0, but the output is not done yet: look at its formula.",
            12.04: "That is the prediction for x = 20. What do the two units make of -20?",
            8.44: "Here the two units count with |z|, as if ReLU turned the sign round. What does "
            "it do to a negative z?",
            -4.44: "Two things are missing: ReLU on the way, and the last number of the formula.",
        },
    ),
    Question(
        "3.2",
        "choice",
        seal="664944de7d584e86",
        wrong={
            "a": "NumPy complains only about shapes that it cannot bring together. Can it here?",
            "c": "Take one entry by hand: how many products does @ add up for it, and how many "
            "does *?",
        },
    ),
    Question(
        "3.3",
        "shape",
        seal="06e1171b0c6055b3",
        wrong={
            (5, 2): "That is the shape of A1. How many numbers does the output unit make of a "
            "row of two?",
            (2, 1): "That is the shape of W2. How many rows go through it?",
            (1, 5): "The examples stay in the rows, all the way through.",
            (5,): "The product of two matrices is a matrix again, with two axes.",
        },
    ),
    Question(
        "3.4",
        "choice",
        seal="56b1d12cabb8676b",
        wrong={
            "a": "Broadcasting repeats an axis of length 1. Try it on (2, 2) and (2, 1).",
            "b": "Write the two shapes under each other: (5, 2) and (2, 1). Do 5 and 2 fit?",
            "d": "In a column, to what do the two biases belong: to units or to rows?",
        },
    ),
    Question(
        "3.5",
        "number",
        seal="c414826b904b60d1",
        wrong={
            160: "These are the weights alone. What else does a layer have?",
            163: "That is one bias for each layer. How many units has a layer?",
            186: "That gives the five inputs biases as well. They are data, not units.",
            185: "That gives each layer as many biases as it has inputs, not units.",
        },
    ),
    Question(
        "3.6",
        "shape",
        seal="53eb97d1f9bc3e1e",
        wrong={
            (5, 2): "That is ours. In Ng's course, where does one example stand?",
            (2, 1): "That is the shape of Ng's W. Multiply it by an X with five columns.",
            (1, 5): "That is the shape of Ng's X. How many units does W have?",
            (5, 1): "That is our X. In Ng's course, where does one example stand?",
        },
    ),
)
