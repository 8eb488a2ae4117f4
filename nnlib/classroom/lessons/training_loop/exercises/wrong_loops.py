"""Wrong answers to exercise 6.4."""


def loop(*calls, keep=slice(None), turns=None):
    """A wrong loop: the calls in their order, in each turn; each may append to the two lists."""

    def run(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
        def forward(X, Y):
            return loss_fn.forward(model.forward(X), Y)

        losses = [], []
        can = {
            "train": lambda: losses[0].append(forward(X, Y)),
            "train swapped": lambda: losses[0].append(loss_fn.forward(Y, model.forward(X))),
            "validate on training rows": lambda: losses[1].append(forward(X, Y)),
            "validate": lambda: losses[1].append(forward(X_validation, Y_validation)),
            "forward": lambda: forward(X, Y),
            "backward": lambda: model.backward(loss_fn.backward()),
            "loss into backward": lambda: model.backward(losses[0][-1]),
            "loss.backward": lambda: losses[0][-1].backward(),
            "step": optimizer.step,
            "both forwards": lambda: (forward(X, Y), model.forward(X_validation)),
            "zero_grad": lambda: optimizer.zero_grad(),
        }
        for _ in range(turns or steps):
            for name in calls:
                can[name]()
        return losses[0][keep], losses[1][keep]

    return run
