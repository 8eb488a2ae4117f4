"""Parts: a model, a loss and an optimizer are known by their verbs, whoever wrote them."""


def as_model(model):
    """Return model if it can go forward and backward and names its arrays, else refuse it."""
    verbs = ("forward", "backward", "parameters", "gradients")
    return as_part(model, "model", verbs, "Sequential(Linear(1, 2, rng=rng), ReLU())")


def as_loss(loss_fn):
    """Return loss_fn if it can go forward and backward, else refuse it."""
    return as_part(loss_fn, "loss_fn", ("forward", "backward"), "MSELoss()")


def as_optimizer(optimizer):
    """Return optimizer if it can take a step, else refuse it."""
    return as_part(optimizer, "optimizer", ("step",), "SGD(model, lr=0.1)")


def as_part(value, name, verbs, example):
    """Return value if it has all these methods, else refuse it; a class is no object yet."""
    if isinstance(value, type) or not all(callable(getattr(value, verb, None)) for verb in verbs):
        raise TypeError(
            f"{name} must be an object with {', '.join(verbs)}, for instance {example}, "
            f"got {value!r}."
        )
    return value
