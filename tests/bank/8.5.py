# wrong: one velocity is shared by all parameters, each needs its own
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = 0.0
    result = dict(parameters)
    for step in gradients:
        for name, dp in step.items():
            velocity = momentum * velocity + dp
            result[name] = result[name] - lr * (dp + momentum * velocity)
    return result

# wrong: the velocities start at 0 again in every step, so nothing is remembered
def nesterov_run(parameters, gradients, lr, momentum):
    for step in gradients:
        velocity = dict.fromkeys(parameters, 0.0)
        for name, dp in step.items():
            velocity[name] = momentum * velocity[name] + dp
            parameters[name] = parameters[name] - lr * (dp + momentum * velocity[name])
    return parameters

# wrong: it does not look ahead, this is plain momentum
def nesterov_run(parameters, gradients, lr, momentum):
    """From parameters {name: array} and such gradients for each step to the last parameters."""
    velocity = {name: np.zeros_like(p) for name, p in parameters.items()}
    for step in gradients:
        for name in parameters:
            velocity[name] = momentum * velocity[name] + step[name]
            parameters[name] = parameters[name] - lr * velocity[name]
    return parameters

# wrong: the look ahead uses the old velocity, it has to be the new one
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = dict.fromkeys(parameters, 0.0)
    for step in gradients:
        for name, dp in step.items():
            parameters[name] = parameters[name] - lr * (dp + momentum * velocity[name])
            velocity[name] = momentum * velocity[name] + dp
    return parameters

# wrong: the first velocity is the gradient's own array and is then changed in place, so the given gradients are changed
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = {}
    new = {name: p.copy() for name, p in parameters.items()}
    for step in gradients:
        for name, dp in step.items():
            if name not in velocity:
                velocity[name] = dp
            else:
                velocity[name] *= momentum
                velocity[name] += dp
            new[name] -= lr * (dp + momentum * velocity[name])
    return new

# wrong: gradients is a list of dicts but is indexed by the name, which raises a TypeError
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = dict.fromkeys(parameters, 0.0)
    for step in gradients:
        for name, p in parameters.items():
            velocity[name] = momentum * velocity[name] + gradients[name]
            p -= lr * (gradients[name] + momentum * velocity[name])
    return parameters

# wrong, two mistakes: the gradient enters the velocity with the share 1 - momentum; the return stands in the loop, so only the first step is taken
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = dict.fromkeys(parameters, 0.0)
    for step in gradients:
        for name, dp in step.items():
            velocity[name] = momentum * velocity[name] + (1 - momentum) * dp
            parameters[name] = parameters[name] - lr * (dp + momentum * velocity[name])
        return parameters

# wrong, two mistakes: dp itself is missing in the step, only momentum times the velocity is taken; a list of arrays is returned in place of a dict
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = dict.fromkeys(parameters, 0.0)
    for step in gradients:
        for name, dp in step.items():
            velocity[name] = momentum * velocity[name] + dp
            parameters[name] = parameters[name] - lr * momentum * velocity[name]
    return list(parameters.values())

# right: a dict of velocities, a dict of new parameters, two loops
def nesterov_run(parameters, gradients, lr, momentum):
    """From parameters {name: array} and such gradients for each step to the last parameters."""
    velocity = dict.fromkeys(parameters, 0.0)
    new = dict(parameters)
    for step in gradients:
        for name, dp in step.items():
            velocity[name] = momentum * velocity[name] + dp
            new[name] = new[name] - lr * (dp + momentum * velocity[name])
    return new

# right: the arrays of parameters are changed in place, which the task allows, and the same dict is returned
def nesterov_run(parameters, gradients, lr, momentum):
    velocity = {name: np.zeros_like(p) for name, p in parameters.items()}
    for step in gradients:
        for name, p in parameters.items():
            velocity[name] = momentum * velocity[name] + step[name]
            p -= lr * (step[name] + momentum * velocity[name])
    return parameters

# right: names outside, steps inside, each parameter walks alone in a helper
def walk_alone(p, slopes, lr, mu):
    v = np.zeros(p.shape)
    for g in slopes:
        v = mu * v + g
        p = p - lr * g - lr * mu * v
    return p


def nesterov_run(parameters, gradients, lr, momentum):
    return {
        name: walk_alone(p, [step[name] for step in gradients], lr, momentum)
        for name, p in parameters.items()
    }

# right: no velocities, each gradient counts with a factor that is summed up from the powers of momentum
def nesterov_run(parameters, gradients, lr, momentum):
    steps = len(gradients)
    result = {}
    for name in parameters:
        total = np.zeros_like(parameters[name])
        for k in range(steps):
            later = sum(momentum ** (n + 1) for n in range(steps - k))
            total = total + gradients[k][name] * (1 + later)
        result[name] = parameters[name] - lr * total
    return result
