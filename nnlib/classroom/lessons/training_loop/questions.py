"""The questions of notebook 6, the training loop."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "6.1",
        "number",
        seal="9c2cb2bd4ccffbfe",
        digits=1,
        wrong={
            1.5: "That is the best number; asked is what it costs.",
            3.5: "That is how far the best number is from each of the two rows; asked is what it "
            "costs. Square both misses.",
            12.25: "That is the squared error of one of the two rows, or their mean. Add them up.",
            7: "Those are the misses themselves, added up. Square each of them first.",
            49: "You have squared the distance between the two. The best number lies between them.",
            29: "Those are the errors of predicting 0. Some other number is nearer to both.",
        },
    ),
    Question(
        "6.2",
        "number",
        seal="dc0378c1f44e7a05",
        digits=1,
        wrong={
            6: "That is the mean over the batches. Do the two rows in the last batch count for as "
            "much as four?",
            8.5: "That is the middle between 1 and 16. There are far more rows of the one kind.",
            40: "That is the sum of the squared errors. A loss is a mean.",
            1.8: "You have divided the sum of the batch losses by the ten rows. Each batch loss is "
            "a mean already, over its rows.",
        },
    ),
    Question(
        "6.3",
        "number",
        seal="dd6b5f3e882d73de",
        wrong={
            0: "So it would be without noise. By how much does each target differ from what the "
            "formula says?",
            10: "That is the standard deviation of the noise. The mean squared error is made of "
            "squares.",
            50: "That is the number the formula begins with. Only what it leaves out is missed.",
            1: "The noise would need a standard deviation of 1 for that.",
        },
    ),
    Question(
        "6.4",
        "number",
        seal="050eb5fe1cfb3508",
        wrong={
            10: "Then each unit would have a gradient of its own. Two equal units get the same "
            "inputs, and the same share of the error comes back to them: what differs?",
            5: "W1 has five rows, one for each feature. A column belongs to a unit.",
            0: "A matrix has at least one kind of column. Are the ten alike, or not?",
        },
    ),
    Question(
        "6.5",
        "choice",
        seal="17c8129518ac8495",
        wrong={
            "b": "New rows may be a little harder than known ones. But from where does the loss "
            "come down, and which of the two has seen it all the way?",
            "c": "In a late epoch, yes. In the first one the weights change a lot: when is each "
            "of the two measured?",
        },
    ),
    Question(
        "6.6",
        "choice",
        seal="3452c6b60c22cb18",
        wrong={
            "b": "Then the bends would not matter, either way. 442 rows: how well can they tell "
            "a bend from noise?",
            "c": "A network can draw whatever a line can, and more. But it has to learn where "
            "from 442 rows.",
        },
    ),
)
