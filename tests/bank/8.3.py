# wrong: the power is missing, 1 - beta is right for the first step only
def bias_corrected(average, beta, t):
    return average / (1 - beta)

# wrong: it multiplies by the share in place of dividing, so the average becomes even smaller
def bias_corrected(average, beta, t):
    """From an average (d_in, d_out) of t steps, begun at 0, to the corrected one."""
    corrected = average * (1 - beta**t)
    return corrected

# wrong: ^ is not a power in Python, it raises a TypeError for a float
def bias_corrected(average, beta, t):
    return average / (1 - beta^t)

# wrong: brackets are missing around the difference, so the average is divided by 1 and the power is subtracted
def bias_corrected(average, beta, t):
    return average / 1 - beta ** t

# wrong: the power is taken of the whole difference, (1 - beta)**t in place of 1 - beta**t
def bias_corrected(average, beta, t):
    share = (1 - beta) ** t
    return average / share

# wrong: t is counted one too far, but it is already 1 after the first gradient
def bias_corrected(average, beta, t):
    # t starts at 0, so add one
    return average / (1 - beta ** (t + 1))

# wrong, two mistakes: beta times t in place of beta to the power of t; the average that came in is changed in place
def bias_corrected(average, beta, t):
    average /= 1 - beta * t
    return average

# wrong, two mistakes: the difference is turned round, so the sign is wrong; only the first row is returned and the shape is lost
def bias_corrected(average, beta, t):
    corrected = average / (beta**t - 1)
    return corrected[0]

# right: the formula in one line
def bias_corrected(average, beta, t):
    """From an average (d_in, d_out) of t steps, begun at 0, to the corrected one."""
    return average / (1 - beta**t)

# right: a lambda with np.power
bias_corrected = lambda average, beta, t: np.divide(average, 1.0 - np.power(beta, t))

# right: the share is summed up, 1 - beta for each step times what is left of it
def bias_corrected(average, beta, t):
    share = 0.0
    for _ in range(t):
        share = beta * share + (1 - beta)
    return average * (1 / share)

# right: the power by recursion, the entries by list comprehension
def power(base, n):
    return 1.0 if n == 0 else (power(base * base, n // 2) * (base if n % 2 else 1.0))


def bias_corrected(average, beta, t):
    share = 1.0 - power(beta, t)
    return np.array([[entry / share for entry in row] for row in average])
