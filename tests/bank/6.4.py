# wrong: The validation loss is measured before the step and not after it.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
    return train_losses, validation_losses

# wrong: The validation rows go forward between the training loss and backward, so the model learns from them.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
        model.backward(loss_fn.backward())
        optimizer.step()
    return train_losses, validation_losses

# wrong: The training loss is measured after the step.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        loss_fn.forward(model.forward(X), Y)
        model.backward(loss_fn.backward())
        optimizer.step()
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return train_losses, validation_losses

# wrong: optimizer.step() is missing, so the model learns nothing.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return train_losses, validation_losses

# wrong: Both names are one and the same list, so each holds twice as many losses.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses = validation_losses = []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return train_losses, validation_losses

# wrong: A second backward and step after the validation let the model learn from the validation rows.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
        model.backward(loss_fn.backward())
        optimizer.step()
    return train_losses, validation_losses

# wrong: The loop starts with 1, so there is one step too few.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for step in range(1, steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return train_losses, validation_losses

# wrong: These are PyTorch's calls: nnlib's model is no function, and its optimizer has no zero_grad.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = loss_fn(model(X), Y)
        loss.backward()
        optimizer.step()
        train_losses.append(loss.item())
        validation_losses.append(loss_fn(model(X_validation), Y_validation).item())
    return train_losses, validation_losses

# wrong: The two losses stay single numbers, so only those of the last step come back.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    for _ in range(steps):
        train_loss = loss_fn.forward(model.forward(X), Y)
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_loss = loss_fn.forward(model.forward(X_validation), Y_validation)
    return train_loss, validation_loss

# wrong, two mistakes: The number of steps, 500, is hard-coded; and the two lists come back in the wrong order.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(500):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return validation_losses, train_losses

# wrong, two mistakes: The step comes before backward, so it finds no gradients, or old ones; and the validation loss takes X where X_validation belongs.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        optimizer.step()
        model.backward(loss_fn.backward())
        validation_losses.append(loss_fn.forward(model.forward(X), Y_validation))
    return train_losses, validation_losses

# wrong, two mistakes: The step uses the notebook's five_model and five_sgd; and the return stands in the loop.
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(five_model.forward(X), Y))
        five_model.backward(loss_fn.backward())
        five_sgd.step()
        validation_losses.append(
            loss_fn.forward(five_model.forward(X_validation), Y_validation)
        )
        return train_losses, validation_losses

# right: six calls in their order
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    train_losses, validation_losses = [], []
    for _ in range(steps):
        train_losses.append(loss_fn.forward(model.forward(X), Y))
        model.backward(loss_fn.backward())
        optimizer.step()
        validation_losses.append(loss_fn.forward(model.forward(X_validation), Y_validation))
    return train_losses, validation_losses

# right: a helper for the loss and one for the step
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    def measure(inputs, targets):
        return loss_fn.forward(model.forward(inputs), targets)

    def learn():
        before = measure(X, Y)
        model.backward(loss_fn.backward())
        optimizer.step()
        return before

    history = [(learn(), measure(X_validation, Y_validation)) for _ in range(steps)]
    return [pair[0] for pair in history], [pair[1] for pair in history]

# right: a recursion over the steps
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    if steps == 0:
        return [], []
    first = loss_fn.forward(model.forward(X), Y)
    model.backward(loss_fn.backward())
    optimizer.step()
    watched = loss_fn.forward(model.forward(X_validation), Y_validation)
    rest = train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps - 1)
    return [first] + rest[0], [watched] + rest[1]

# right: the validation is measured at the start of the next turn, the last one behind the loop
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    losses, watched = [], []
    for turn in range(steps + 1):
        if turn > 0:
            watched.append(loss_fn.forward(model.forward(X_validation), Y_validation))
        if turn < steps:
            losses.append(loss_fn.forward(model.forward(X), Y))
            gradient = loss_fn.backward()
            model.backward(gradient)
            optimizer.step()
    return losses, watched

# right: lists of full length, filled by number; the training rows go forward a second time, needlessly, right before backward
def train(model, loss_fn, optimizer, X, Y, X_validation, Y_validation, steps):
    losses, watched = [None] * steps, [None] * steps
    k = 0
    while k < steps:
        losses[k] = float(loss_fn.forward(model.forward(X), Y))
        loss_fn.forward(model.forward(X), Y)
        model.backward(loss_fn.backward())
        optimizer.step()
        watched[k] = float(loss_fn.forward(model.forward(X_validation), Y_validation))
        k += 1
    return losses, watched
