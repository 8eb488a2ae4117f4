# wrong: the fault is still there, t counts parameters and not steps
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0)
    t = 0
    for epoch in epochs:
        for step in epoch:
            for name, dp in step.items():
                t += 1
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                parameters[name] -= lr * mean_hat / (np.sqrt(square_hat) + eps)
    return parameters

# wrong: t counts epochs and not steps
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0)
    for t, epoch in enumerate(epochs, start=1):
        for step in epoch:
            for name, dp in step.items():
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                parameters[name] -= lr * mean_hat / (np.sqrt(square_hat) + eps)
    return parameters

# wrong: t starts again at 1 in every epoch, it has to run on over all epochs
def adam_epochs(parameters, epochs, lr, betas, eps):
    """From parameters {name: array} and epochs, lists of such gradients, to the last ones."""
    beta1, beta2 = betas
    mean = {n: np.zeros_like(p) for n, p in parameters.items()}
    square = {n: np.zeros_like(p) for n, p in parameters.items()}
    for epoch in epochs:
        for t, step in enumerate(epoch, start=1):
            for n in parameters:
                mean[n] = beta1 * mean[n] + (1 - beta1) * step[n]
                square[n] = beta2 * square[n] + (1 - beta2) * step[n] ** 2
                mean_hat = mean[n] / (1 - beta1**t)
                square_hat = square[n] / (1 - beta2**t)
                parameters[n] = parameters[n] - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return parameters

# wrong: the averages are made anew in every epoch while t runs on
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    t = 0
    for epoch in epochs:
        mean, square = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0)
        for step in epoch:
            t += 1
            for name, dp in step.items():
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                parameters[name] = parameters[name] - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return parameters

# wrong: t is computed as if every epoch had as many steps as the present one, which fails for epochs of different length
def adam_epochs(parameters, epochs, lr, betas, eps):
    b1, b2 = betas
    m, v = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0)
    new = dict(parameters)
    for e, epoch in enumerate(epochs):
        for i, step in enumerate(epoch):
            t = e * len(epoch) + i + 1
            for name, g in step.items():
                m[name] = b1 * m[name] + (1 - b1) * g
                v[name] = b2 * v[name] + (1 - b2) * g**2
                m_hat = m[name] / (1 - b1**t)
                v_hat = v[name] / (1 - b2**t)
                new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new

# wrong: the parameters are changed in place but nothing is returned
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean, square, t = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0), 0
    for epoch in epochs:
        for step in epoch:
            t += 1
            for name, dp in step.items():
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                parameters[name] -= lr * mean_hat / (np.sqrt(square_hat) + eps)

# wrong, two mistakes: the return stands in the loop over the epochs, so only the first epoch is used; eps stands inside the root
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean, square, t = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0), 0
    for epoch in epochs:
        for step in epoch:
            t += 1
            for name, dp in step.items():
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                parameters[name] -= lr * mean_hat / np.sqrt(square_hat + eps)
        return parameters

# wrong, two mistakes: t starts again in every epoch; mean and square are shared by all parameters
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = 0.0, 0.0
    for epoch in epochs:
        t = 0
        for step in epoch:
            t += 1
            for name, dp in step.items():
                mean = beta1 * mean + (1 - beta1) * dp
                square = beta2 * square + (1 - beta2) * dp**2
                mean_hat = mean / (1 - beta1**t)
                square_hat = square / (1 - beta2**t)
                parameters[name] = parameters[name] - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return parameters

# right: three loops, t counted in the second, the memories made before the first
def adam_epochs(parameters, epochs, lr, betas, eps):
    """From parameters {name: array} and epochs, lists of such gradients, to the last ones."""
    beta1, beta2 = betas
    mean, square = dict.fromkeys(parameters, 0.0), dict.fromkeys(parameters, 0.0)
    new, t = dict(parameters), 0
    for epoch in epochs:
        for step in epoch:
            t += 1
            for name, dp in step.items():
                mean[name] = beta1 * mean[name] + (1 - beta1) * dp
                square[name] = beta2 * square[name] + (1 - beta2) * dp**2
                mean_hat = mean[name] / (1 - beta1**t)
                square_hat = square[name] / (1 - beta2**t)
                new[name] = new[name] - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return new

# right: the epochs are flattened first and enumerated, the parameters are changed in place
def adam_epochs(parameters, epochs, lr, betas, eps):
    beta1, beta2 = betas
    mean = {name: np.zeros_like(p) for name, p in parameters.items()}
    square = {name: np.zeros_like(p) for name, p in parameters.items()}
    steps = [step for epoch in epochs for step in epoch]
    for t, step in enumerate(steps, start=1):
        for name, p in parameters.items():
            mean[name] += (1 - beta1) * (step[name] - mean[name])
            square[name] += (1 - beta2) * (step[name] ** 2 - square[name])
            p -= lr * (mean[name] / (1 - beta1**t)) / (np.sqrt(square[name] / (1 - beta2**t)) + eps)
    return parameters

# right: a clock of its own for each parameter, which is the same as one count of steps
def adam_epochs(parameters, epochs, lr, betas, eps):
    b1, b2 = betas
    state = {name: (0.0, 0.0, 0) for name in parameters}
    for epoch in epochs:
        for step in epoch:
            for name, g in step.items():
                m, s, t = state[name]
                m, s, t = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g * g, t + 1
                state[name] = m, s, t
                down = lr * m / (1 - b1**t) / (np.sqrt(s / (1 - b2**t)) + eps)
                parameters[name] = parameters[name] - down
    return parameters

# right: nnlib's Adam is used, with a small stand-in for the model that hands out the given gradients
class GivenGradients:
    def __init__(self, parameters):
        self.own, self.now = parameters, None

    def parameters(self):
        return self.own

    def gradients(self):
        return self.now

    def forward(self, X):
        return X

    def backward(self, dY):
        return dY


def adam_epochs(parameters, epochs, lr, betas, eps):
    model = GivenGradients({name: p.copy() for name, p in parameters.items()})
    optimizer = nnlib.Adam(model, lr=lr, betas=betas, eps=eps)
    for epoch in epochs:
        for step in epoch:
            model.now = step
            optimizer.step()
    return model.parameters()
