# wrong: The mean over batches lets a small batch speak as loudly as a large one.
def epoch_loss(batch_losses, batch_sizes):
    return np.mean(batch_losses)

# wrong: The sum of all squared errors is not divided by the number of rows.
def epoch_loss(batch_losses, batch_sizes):
    return np.sum(batch_losses * batch_sizes)

# wrong: It divides by the number of batches in place of the number of rows.
def epoch_loss(batch_losses, batch_sizes):
    total = np.sum(batch_losses * batch_sizes)
    return total / len(batch_losses)

# wrong: The losses are not multiplied by their rows before they are added up.
def epoch_loss(batch_losses, batch_sizes):
    return np.sum(batch_losses) / np.sum(batch_sizes)

# wrong: The loop counts from 1 to k, but the places are 0 to k - 1; at the end an IndexError.
def epoch_loss(batch_losses, batch_sizes):
    total = 0.0
    for k in range(1, len(batch_losses) + 1):
        total += batch_losses[k] * batch_sizes[k]
    return total / np.sum(batch_sizes)

# wrong: The double slash cuts the result to a whole number.
def epoch_loss(batch_losses, batch_sizes):
    return np.sum(batch_losses * batch_sizes) // np.sum(batch_sizes)

# wrong: It takes all batches to be as large as the first one, and so counts too many rows for the smaller last one.
def epoch_loss(batch_losses, batch_sizes):
    rows = batch_sizes[0] * len(batch_sizes)
    return (batch_losses * batch_sizes).sum() / rows

# wrong: The return stands inside the loop, so only the first batch counts.
def epoch_loss(batch_losses, batch_sizes):
    total, rows = 0.0, 0
    for loss, size in zip(batch_losses, batch_sizes):
        total += loss * size
        rows += size
        return total / rows

# wrong: It prints the loss and returns nothing.
def epoch_loss(batch_losses, batch_sizes):
    loss = np.sum(batch_losses * batch_sizes) / np.sum(batch_sizes)
    print("loss of the epoch:", loss)

# wrong, two mistakes: It adds losses and rows in place of multiplying them; and it divides by the number of batches.
def epoch_loss(batch_losses, batch_sizes):
    return np.sum(batch_losses + batch_sizes) / len(batch_sizes)

# wrong, two mistakes: The loop starts with 1 and skips the first batch; and the rows of the page's example, 10, are hard-coded.
def epoch_loss(batch_losses, batch_sizes):
    total = 0.0
    for k in range(1, len(batch_losses)):
        total += batch_losses[k] * batch_sizes[k]
    return total / 10

# wrong, two mistakes: The products are stored in an array of whole numbers and cut; and each is divided by its own size again.
def epoch_loss(batch_losses, batch_sizes):
    sums = np.zeros_like(batch_sizes)
    for k in range(len(batch_sizes)):
        sums[k] = batch_losses[k] * batch_sizes[k]
    return np.mean(sums / batch_sizes)

# right: the weighted mean in one line
def epoch_loss(batch_losses, batch_sizes):
    return np.sum(batch_losses * batch_sizes) / np.sum(batch_sizes)

# right: np.average has weights
def epoch_loss(batch_losses, batch_sizes):
    return float(np.average(batch_losses, weights=batch_sizes))

# right: a product of two vectors
def epoch_loss(batch_losses, batch_sizes):
    return batch_losses @ batch_sizes / batch_sizes.sum()

# right: each loss is repeated for its rows, and then it is a plain mean
def epoch_loss(batch_losses, batch_sizes):
    every_row = np.repeat(batch_losses, batch_sizes)
    return every_row.mean()

# right: a running mean that is moved by each batch's share
def epoch_loss(batch_losses, batch_sizes):
    mean, rows = 0.0, 0
    for loss, size in zip(batch_losses, batch_sizes):
        rows += size
        mean += (loss - mean) * size / rows
    return mean
