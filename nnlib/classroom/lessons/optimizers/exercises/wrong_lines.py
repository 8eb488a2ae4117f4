"""The lines of Adam that are most often wrong, each with a name and a sentence to the reader."""

import numpy as np

from .wrong_adams import (
    averaged_by,
    divided_by,
    each,
    eps_before,
    eps_in_the_square,
    other_betas_in_averages,
    other_betas_in_direction,
    scaled_by,
    shares,
    squared_by,
)

CORRECTION = (
    (
        "averages not corrected",
        "Neither average is corrected. Both started at 0, so the first steps have a wrong length.",
        divided_by(each(lambda beta, t: 1.0)),
    ),
    (
        "only the mean corrected",
        "The mean is corrected, the mean square is not. It started at 0 too.",
        divided_by(lambda betas, t: (shares(betas, t)[0], 1.0)),
    ),
    (
        "only the square corrected",
        "The mean square is corrected, the mean is not. It started at 0 too.",
        divided_by(lambda betas, t: (1.0, shares(betas, t)[1])),
    ),
    (
        "power left out",
        "You divide by 1 - beta in every step: there is no power, or its t stays at 1. That is "
        "right for the first step only.",
        divided_by(each(lambda beta, t: 1 - beta)),
    ),
    (
        "t counted from 0",
        "Your power is one too low. In the first step t is 1: with a power of 0 you would divide "
        "by 1 - 1.",
        divided_by(each(lambda beta, t: 1 - beta ** (t - 1))),
    ),
    (
        "t one too far",
        "Your power is one too high: t counts the step that is being taken, and no other.",
        divided_by(each(lambda beta, t: 1 - beta ** (t + 1))),
    ),
    (
        "times t, no power",
        "You multiply beta by t. The start fades by the factor beta in each step, so that is a "
        "power.",
        divided_by(each(lambda beta, t: 1 - beta * t)),
    ),
    (
        "power of the difference",
        "The power is on 1 - beta. The share of the start that is left is a power of beta itself; "
        "then it is taken from 1.",
        divided_by(each(lambda beta, t: (1 - beta) ** t)),
    ),
    (
        "divided by the power",
        "You divide by beta^t, the share that is missing. Divide by the share that is there.",
        divided_by(each(lambda beta, t: beta**t)),
    ),
    (
        "times instead of divided",
        "You multiply by 1 - beta^t. The averages are too small, for they started at 0, and your "
        "correction makes them smaller still.",
        divided_by(each(lambda beta, t: 1 / (1 - beta**t))),
    ),
    (
        "corrections exchanged",
        "The mean is corrected with the beta of the square, and the square with that of the mean.",
        divided_by(lambda betas, t: shares(betas, t)[::-1]),
    ),
    (
        "one beta corrects both",
        "Both averages are corrected with the first beta. Each has a beta of its own.",
        divided_by(lambda betas, t: (shares(betas, t)[0],) * 2),
    ),
)
FRACTION = (
    (
        "eps inside the root",
        "Your eps stands under the root. There a small one becomes large: the root of 0.0001 is "
        "0.01. It is added to the root, outside it.",
        scaled_by(lambda mean, square, eps: mean / np.sqrt(square + eps)),
    ),
    (
        "eps before the correction",
        "Your eps is added to the root before the correction, and is then corrected too. First "
        "the square is corrected, then comes its root, then eps.",
        {"direction": eps_before},
    ),
    (
        "eps in the square",
        "Your eps is added to the mean square before its correction and its root. It comes last, "
        "added to the root.",
        {"direction": eps_in_the_square},
    ),
    (
        "eps left out",
        "There is no eps. Where all gradients have been 0 you divide 0 by 0.",
        scaled_by(lambda mean, square, eps: mean / np.sqrt(square)),
    ),
    (
        "eps behind the fraction",
        "A division comes before a plus: your eps is not added to the root. Is a bracket missing?",
        scaled_by(lambda mean, square, eps: mean / np.sqrt(square) + eps),
    ),
    (
        "root left out",
        "You divide by the mean square itself. Only its root has the size of a gradient.",
        scaled_by(lambda mean, square, eps: mean / (square + eps)),
    ),
    (
        "square not used",
        "Your step is lr times the mean. What makes the steps of all entries alike is missing.",
        scaled_by(lambda mean, square, eps: mean),
    ),
)
AVERAGES = (
    (
        "betas exchanged",
        "The two betas are exchanged: the mean uses the second and the square the first. betas is "
        "(beta1, beta2), and the first is of the mean.",
        {"averages": other_betas_in_averages, "direction": other_betas_in_direction},
    ),
    (
        "betas exchanged in the averages",
        "The mean is made with the second beta and the square with the first; the corrections are "
        "not exchanged. The first is of the mean.",
        {"averages": other_betas_in_averages},
    ),
    (
        "square of the mean",
        "You square the mean of the gradients. Where they change their sign it is near 0; the "
        "square is of this gradient.",
        squared_by(lambda square, dp, mean, beta: beta * square + (1 - beta) * mean**2),
    ),
    (
        "square of the sum",
        "You average first and square then. Is the square on the gradient alone, or on the whole "
        "bracket?",
        squared_by(lambda square, dp, mean, beta: (beta * square + (1 - beta) * dp) ** 2),
    ),
    (
        "share squared too",
        "Your square takes in the share 1 - beta as well as the gradient. Only the gradient is "
        "squared.",
        squared_by(lambda square, dp, mean, beta: beta * square + ((1 - beta) * dp) ** 2),
    ),
    (
        "gradient not squared",
        "You average the gradients in place of their squares. Those of both signs cancel, and a "
        "negative average has no root.",
        squared_by(lambda square, dp, mean, beta: beta * square + (1 - beta) * dp),
    ),
    (
        "shares exchanged",
        "You keep 1 - beta of the past. With a beta of .9, nine tenths of it should stay.",
        averaged_by(lambda old, new, beta: (1 - beta) * old + beta * new),
    ),
    (
        "new gradient whole",
        "The past fades, but what is new is added whole. In an average the two shares make 1.",
        averaged_by(lambda old, new, beta: beta * old + new),
    ),
    (
        "new square whole",
        "In the square what is new is added whole. In an average the two shares make 1.",
        squared_by(lambda square, dp, mean, beta: beta * square + dp**2),
    ),
)
MOVE = (
    (
        "step uphill",
        "You add the step. The gradient says where the loss grows, and you want it to fall.",
        {"move": lambda p, lr, direction: p + lr * direction},
    ),
    (
        "learning rate left out",
        "The mean over its size is about 1, whatever its unit. How long is the step that lr asks "
        "for?",
        {"move": lambda p, lr, direction: p - direction},
    ),
)
