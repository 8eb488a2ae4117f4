# wrong: divides by the weight, as if the hinge had to be turned into -t / w
def place_hinges(w1, hinges):
    return -hinges / w1

# wrong: the minus is missing
def place_hinges(w1, hinges):
    """From w1 (K,) and hinges (K,) to the biases b1 (K,) that put the hinges there."""
    return w1 * hinges

# wrong: right for units of weight 1 only, the weight is ignored
def place_hinges(w1, hinges):
    b1 = -hinges
    return b1

# wrong: @ multiplies and adds up, so one number comes out for all units
def place_hinges(w1, hinges):
    return -(w1 @ hinges)

# wrong: the weight goes in without its sign, so the hinges of negative weights land on the other side
def place_hinges(w1, hinges):
    return -np.abs(w1) * hinges

# wrong: zeros_like takes over whole numbers from w1, so a bias such as -2.5 is cut
def place_hinges(w1, hinges):
    b1 = np.zeros_like(w1)
    for k in range(len(w1)):
        b1[k] = -w1[k] * hinges[k]
    return b1

# wrong: the loop leaves out the last unit, whose bias stays 0
def place_hinges(w1, hinges):
    b1 = np.zeros(len(w1))
    for k in range(len(w1) - 1):
        b1[k] = -w1[k] * hinges[k]
    return b1

# wrong: writes the biases into the array of the hinges, which the caller still needs
def place_hinges(w1, hinges):
    for k in range(len(hinges)):
        hinges[k] = -w1[k] * hinges[k]
    return hinges

# wrong: prints the biases and returns nothing
def place_hinges(w1, hinges):
    for w, t in zip(w1, hinges):
        b = -w * t
        print(b)

# wrong, two mistakes: the minus is missing; the quotient is taken where the product belongs
def place_hinges(w1, hinges):
    return hinges / w1

# wrong, two mistakes: uses the notebook's three weights in place of the argument; returns a column of shape (K, 1)
def place_hinges(w1, hinges):
    b1 = -w1_three * hinges
    return b1.reshape(-1, 1)

# wrong, two mistakes: counts the units from 1 and runs beyond the end; solves w t + b = 0 as b = w t
def place_hinges(w1, hinges):
    K = len(w1)
    b1 = np.zeros(K)
    for k in range(1, K + 1):
        b1[k] = w1[k] * hinges[k]
    return b1

# right: solves w t + b = 0
def place_hinges(w1, hinges):
    return -w1 * hinges

# right: np.multiply and a minus in front of the whole product
def place_hinges(w1, hinges):
    """From w1 (K,) and hinges (K,) to the biases b1 (K,) that put the hinges there."""
    return np.negative(np.multiply(w1, hinges))

# right: 0 minus what w times x is at the hinge, collected in a list comprehension
def place_hinges(w1, hinges):
    return np.array([0.0 - w * t for w, t in zip(w1, hinges)])

# right: the diagonal of the table of all products
def place_hinges(w1, hinges):
    products = np.outer(w1, hinges)
    return -np.diag(products)

# right: a loop into an own float array
def place_hinges(w1, hinges):
    b1 = np.zeros(len(w1))
    k = 0
    while k < len(w1):
        b1[k] -= w1[k] * hinges[k]
        k += 1
    return b1
