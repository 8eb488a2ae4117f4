"""The questions of notebook 7, a published network."""

from ...exercises.question import Question

QUESTIONS = (
    Question(
        "7.1",
        "number",
        seal="53468a2aa85d856b",
        digits=2,
        wrong={
            1: "That is what a row of shares should add up to. Over how many entries does this "
            "`np.sum` run?",
            0.25: "That is one entry. The row has two.",
            2: "Those are the two numerators of the row. Each is divided by the sum.",
            4: "That is the sum underneath. What stands above it, in the first row?",
            0: "The exponential of 0 is not 0.",
        },
    ),
    Question(
        "7.2",
        "choice",
        seal="21f4312b1a8f53b9",
        wrong={
            "a": "A second pass through all cells meets new weights, and finds a smaller error and "
            "another gradient. Its second step is not as long as the first.",
            "b": "That makes two steps. Divide the way to the printed weight by one step: is it 2?",
            "d": "That makes three steps. Divide the way to the printed weight by one step: is it "
            "3?",
        },
    ),
    Question(
        "7.3",
        "number",
        seal="d5a438fd74a34292",
        digits=1,
        wrong={
            -2: "The step goes against the gradient. The weight fell: which sign had the gradient?",
            0: "A gradient of 0 makes no step. Is 0.02 the gradient, or what lr has left of it?",
            0.2: "Divide the way by the learning rate, 0.01.",
            50: "That is the weight before, divided by the learning rate. Which way did it go?",
            48: "That is the weight after, divided by the learning rate. Which way did it go?",
        },
    ),
    Question(
        "7.4",
        "number",
        seal="ee3c4b30d2fb15f9",
        wrong={
            65: "Those are the rows that it uses. Asked are the others.",
            63_936: "One batch has 64 rows. The second one starts one row further.",
            63_872: "Two batches have 128 rows, but they overlap.",
            63_934: "Each row of the first batch but one is in the second too. How many are in at "
            "least one of them?",
            62_720: "In 20 epochs it takes 40 batches, but the same two each time.",
            61_440: "It takes 40 batches of 64 rows, but the same two each time.",
            0: "So every row would count. But through which numbers does i run?",
        },
    ),
    Question(
        "7.5",
        "choice",
        seal="22e4e87ca3cfa026",
        wrong={
            "a": "True gradients are shorter here, the weights' 32 times. How far do 40 such steps "
            "get?",
            "b": "True gradients are shorter here, the weights' 32 times. How far do 40 such steps "
            "get?",
        },
    ),
)
