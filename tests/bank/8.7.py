# wrong: the fault is still there, the averages are corrected in place and corrected again in the next step
def adam_run(p, gradients, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = 0.0, 0.0
    for t, dp in enumerate(gradients, start=1):
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean = mean / (1 - beta1**t)
        square = square / (1 - beta2**t)
        p = p - lr * mean / (np.sqrt(square) + eps)
    return p

# wrong: t is counted from 0, so the first correction divides by 0
def adam_run(p, gradients, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = 0.0, 0.0
    for t, dp in enumerate(gradients):
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# wrong: the averages are set to 0 inside the loop, so every step forgets the ones before
def adam_run(p, gradients, lr, betas, eps):
    """From p and a list of its gradients, one for each step, all of one shape, to the last p."""
    beta1, beta2 = betas
    t = 0
    for dp in gradients:
        mean = np.zeros_like(p)
        square = np.zeros_like(p)
        t += 1
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# wrong: the p of the caller is changed in place
def adam_run(p, gradients, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = 0.0, 0.0
    for t, dp in enumerate(gradients, start=1):
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p -= lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# wrong: it returns a list of p after each step, not the last p
def adam_run(p, gradients, lr, betas, eps):
    b1, b2 = betas
    m, v = np.zeros(p.shape), np.zeros(p.shape)
    path = []
    for i in range(len(gradients)):
        g = gradients[i]
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g**2
        m_hat = m / (1 - b1 ** (i + 1))
        v_hat = v / (1 - b2 ** (i + 1))
        p = p - lr * m_hat / (np.sqrt(v_hat) + eps)
        path.append(p)
    return path

# wrong: enumerate is forgotten, so each gradient itself is unpacked into t and dp, which raises
def adam_run(p, gradients, lr, betas, eps):
    beta1, beta2 = betas
    mean, square = 0.0, 0.0
    for t, dp in gradients:
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# wrong, two mistakes: the averages are still corrected in place; eps stands inside the root
def adam_run(p, gradients, lr, betas, eps):
    mean, square, t = 0.0, 0.0, 0
    for dp in gradients:
        t += 1
        mean = betas[0] * mean + (1 - betas[0]) * dp
        square = betas[1] * square + (1 - betas[1]) * dp**2
        mean /= 1 - betas[0] ** t
        square /= 1 - betas[1] ** t
        p = p - lr * mean / np.sqrt(square + eps)
    return p

# wrong, two mistakes: every step is corrected with the number of all steps in place of its own t; the gradient enters the mean with the share 1 - beta2 in place of 1 - beta1
def adam_run(p, gradients, lr, betas, eps):
    beta1, beta2 = betas
    t = len(gradients)
    mean, square = 0.0, 0.0
    for dp in gradients:
        mean = beta1 * mean + (1 - beta2) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# right: the loop of the help, corrected averages under new names
def adam_run(p, gradients, lr, betas, eps):
    """From p and a list of its gradients, one for each step, all of one shape, to the last p."""
    beta1, beta2 = betas
    mean = square = np.zeros_like(p)
    for t, dp in enumerate(gradients, start=1):
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p

# right: the class of the page mended, and used by the function
class MendedAdam:
    def __init__(self, lr, betas, eps):
        self.lr, self.betas, self.eps = lr, betas, eps
        self.mean, self.square, self.t = 0.0, 0.0, 0

    def step(self, p, dp):
        beta1, beta2 = self.betas
        self.t += 1
        self.mean = beta1 * self.mean + (1 - beta1) * dp
        self.square = beta2 * self.square + (1 - beta2) * dp**2
        mean = self.mean / (1 - beta1**self.t)
        square = self.square / (1 - beta2**self.t)
        return p - self.lr * mean / (np.sqrt(square) + self.eps)


def adam_run(p, gradients, lr, betas, eps):
    optimizer = MendedAdam(lr, betas, eps)
    for dp in gradients:
        p = optimizer.step(p, dp)
    return p

# right: recursion over the list of gradients, with the memories as arguments
def adam_run(p, gradients, lr, betas, eps, mean=0.0, square=0.0, t=1):
    if len(gradients) == 0:
        return p
    dp, *rest = gradients
    mean = betas[0] * mean + (1 - betas[0]) * dp
    square = betas[1] * square + (1 - betas[1]) * dp * dp
    down = mean / (1 - betas[0] ** t) / (np.sqrt(square / (1 - betas[1] ** t)) + eps)
    return adam_run(p - lr * down, rest, lr, betas, eps, mean, square, t + 1)

# right: no running averages, each corrected average is a weighted mean of all gradients so far
def adam_run(p, gradients, lr, betas, eps):
    all_g = np.array(gradients)
    place = np.array(p)
    for t in range(1, len(gradients) + 1):
        age = np.arange(t)[::-1]
        seen = all_g[:t]
        w1, w2 = (np.array([beta ** int(a) for a in age]) for beta in betas)
        mean_hat = np.tensordot(w1 / w1.sum(), seen, axes=1)
        square_hat = np.tensordot(w2 / w2.sum(), seen**2, axes=1)
        place -= lr * mean_hat / (np.sqrt(square_hat) + eps)
    return place
