# wrong: the corrected averages are returned, but the next step needs the averages as they are
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean = mean / (1 - beta1**t)
    square = square / (1 - beta2**t)
    p = p - lr * mean / (np.sqrt(square) + eps)
    return p, mean, square

# wrong: the two betas are exchanged, the first belongs to the mean and the second to the square
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    beta2, beta1 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    m_hat = mean / (1 - beta1**t)
    s_hat = square / (1 - beta2**t)
    return p - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square

# wrong: the correction lacks the power of t
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * dp
    v = b2 * square + (1 - b2) * dp**2
    m_hat = m / (1 - b1)
    v_hat = v / (1 - b2)
    new_p = p - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new_p, m, v

# wrong: eps stands inside the root
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    """From p, dp, mean and square, all of one shape, in step t, to the new p, mean and square."""
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean_hat = mean / (1 - beta1**t)
    square_hat = square / (1 - beta2**t)
    p = p - lr * mean_hat / np.sqrt(square_hat + eps)
    return p, mean, square

# wrong: the averages are not corrected at all, t is not used
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    mean = betas[0] * mean + (1 - betas[0]) * dp
    square = betas[1] * square + (1 - betas[1]) * dp**2
    p = p - lr * mean / (np.sqrt(square) + eps)
    return p, mean, square

# wrong: the pair betas is indexed from 1, and index 2 is beyond its end
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    beta1 = betas[1]
    beta2 = betas[2]
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean_hat = mean / (1 - beta1**t)
    square_hat = square / (1 - beta2**t)
    p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p, mean, square

# wrong, two mistakes: only the mean is corrected, the square goes into the root as it is; brackets are missing around root plus eps, so eps is added to the quotient
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean_hat = mean / (1 - beta1**t)
    p = p - lr * (mean_hat / np.sqrt(square) + eps)
    return p, mean, square

# wrong, two mistakes: mean and square of the caller are changed in place; the step uses the gradient in place of the corrected mean
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    beta1, beta2 = betas
    mean *= beta1
    mean += (1 - beta1) * dp
    square *= beta2
    square += (1 - beta2) * dp**2
    square_hat = square / (1 - beta2**t)
    new_p = p - lr * dp / (np.sqrt(square_hat) + eps)
    return new_p, mean, square

# right: two averages, two corrections, one step
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    """From p, dp, mean and square, all of one shape, in step t, to the new p, mean and square."""
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean_hat = mean / (1 - beta1**t)
    square_hat = square / (1 - beta2**t)
    return p - lr * mean_hat / (np.sqrt(square_hat) + eps), mean, square

# right: the paper's efficient order, both corrections put into the rate and into eps
def adam_step(p, dp, mean, square, t, lr, betas, eps):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * dp
    s = b2 * square + (1 - b2) * np.square(dp)
    root_share = np.sqrt(1 - b2**t)
    rate = lr * root_share / (1 - b1**t)
    return p - rate * m / (np.sqrt(s) + eps * root_share), m, s

# right: a helper does average and correction for both, given as pair
def averaged(old, new, beta, t):
    now = old + (1 - beta) * (new - old)
    return now, now / (1 - beta**t)


def adam_step(p, dp, mean, square, t, lr, betas, eps):
    (m, m_hat), (s, s_hat) = (
        averaged(old, new, beta, t) for old, new, beta in zip((mean, square), (dp, dp * dp), betas)
    )
    return p - lr * (m_hat / (s_hat**0.5 + eps)), m, s

# right: loops over single entries with math.sqrt, on copies
import math

def adam_step(p, dp, mean, square, t, lr, betas, eps):
    p, mean, square = np.array(p), np.array(mean), np.array(square)
    for i in range(p.shape[0]):
        for j in range(p.shape[1]):
            g = dp[i, j]
            mean[i, j] = betas[0] * mean[i, j] + (1 - betas[0]) * g
            square[i, j] = betas[1] * square[i, j] + (1 - betas[1]) * g**2
            top = mean[i, j] / (1 - betas[0] ** t)
            bottom = math.sqrt(square[i, j] / (1 - betas[1] ** t)) + eps
            p[i, j] -= lr * top / bottom
    return p, mean, square
