# wrong: the gradient is only added with the share 1 - momentum (average form), but the task adds it whole
def momentum_step(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity + (1 - momentum) * dp
    p = p - lr * velocity
    return p, velocity

# wrong: the rate stands inside the velocity and the velocity is added (Keras form), not PyTorch's form
def momentum_step(p, dp, velocity, lr, momentum):
    v = momentum * velocity - lr * dp
    new_p = p + v
    return new_p, v

# wrong: the name v is used before it has a value, the argument is called velocity; it raises UnboundLocalError
def momentum_step(p, dp, velocity, lr, momentum):
    """From p, its gradient dp and its velocity, all of one shape, to the new p and velocity."""
    v = momentum * v + dp
    p_new = p - lr * v
    return p_new, v

# wrong: p and velocity are changed in place, though the function should change none of its arguments
def momentum_step(p, dp, velocity, lr, momentum):
    velocity *= momentum
    velocity += dp
    p -= lr * velocity
    return p, velocity

# wrong: brackets are missing around the new velocity in the step, so dp is added to p whole and not times lr
def momentum_step(p, dp, velocity, lr, momentum):
    new_velocity = momentum * velocity + dp
    new_p = p - lr * momentum * velocity + dp
    return new_p, new_velocity

# wrong: only the new p is returned, the new velocity is lost
def momentum_step(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity + dp
    new_p = p - lr * velocity
    return new_p

# wrong, two mistakes: p moves with the old velocity, before the gradient is in it; the two results are returned in the wrong order
def momentum_step(p, dp, velocity, lr, momentum):
    new_p = p - lr * velocity
    new_velocity = momentum * velocity + dp
    return new_velocity, new_p

# wrong, two mistakes: the old velocity keeps the share 1 - momentum in place of momentum; p moves with the velocity and not against it
def momentum_step(p, dp, velocity, lr, momentum):
    velocity = (1 - momentum) * velocity + dp
    p = p + lr * velocity
    return p, velocity

# right: two plain lines with new names
def momentum_step(p, dp, velocity, lr, momentum):
    """From p, its gradient dp and its velocity, all of one shape, to the new p and velocity."""
    new_velocity = momentum * velocity + dp
    return p - lr * new_velocity, new_velocity

# right: the first line rebinds the local name velocity, p is computed in the return
def momentum_step(p, dp, velocity, lr, momentum):
    velocity = velocity * momentum + dp
    p = p - velocity * lr
    return p, velocity

# right: an entry-by-entry loop over all indices into new arrays
def momentum_step(p, dp, velocity, lr, momentum):
    new_v = np.empty(p.shape)
    new_p = np.empty(p.shape)
    for idx in np.ndindex(*p.shape):
        new_v[idx] = velocity[idx] * momentum + dp[idx]
        new_p[idx] = p[idx] - new_v[idx] * lr
    return new_p, new_v

# right: everything in place, but on copies of its own
def momentum_step(p, dp, velocity, lr, momentum):
    p, velocity = p.copy(), velocity.copy()
    velocity *= momentum
    velocity += dp
    p -= lr * velocity
    return p, velocity
