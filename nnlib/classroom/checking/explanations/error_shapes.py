"""Errors of shapes: products that do not fit, sums that do not, an index beyond the end."""

PAIR = r"\(([\d, ]*)\)"


def product(told):
    rows, columns = told["rows"], told["columns"]
    return (
        f"`@` needs as many columns at its left as rows at its right, and finds "
        f"{told.size(columns)} columns and {told.size(rows)} rows."
    )


def dot(told):
    return (
        f"The product needs as many columns at its left as rows at its right, and finds the shapes "
        f"({told[1]}) and ({told[2]})."
    )


def broadcast(told):
    if "*" in told.line.replace("**", "") and "@" not in told.line:
        return (
            f"`*` works entry by entry, and the shapes ({told[1].strip(', ')}) and "
            f"({told[2].strip(', ')}) do not fit for that: each pair of sizes must be equal, or "
            "one of them 1."
        )
    return (
        f"The shapes ({told[1].strip(', ')}) and ({told[2].strip(', ')}) do not fit entry by entry "
        "(each pair of sizes must be equal, or one of them 1)."
    )


def reshape(told):
    return (
        f"{told[1]} numbers cannot be broken into the shape ({told[2]}). Is one of these sizes the "
        "example's, or is it a transpose that is needed?"
    )


def index(told):
    return (
        f"There is no number {told[1]} along axis {told[2]}: its {told.size(told[3])} entries have "
        "the numbers 0 up to one less than that. Does a loop go one too far, are row and column "
        "exchanged, or is a size the example's?"
    )


def list_index(told):
    return (
        "The list has no entry of that number. They count from 0, so the last has the number "
        "len(...) - 1, and there may be a single one only."
    )


def too_many_indices(told):
    return (
        f"An array with {told[1]} axis or axes is given {told[2]} indices. Has a sum, or an index, "
        "taken an axis away before?"
    )


def axis(told):
    return (
        f"There is no axis {told[1]}: the array has {told[2]} axis or axes, counted from 0. Has "
        "one got lost before?"
    )


def sequence(told):
    return (
        "Something whole, such as a row or a table, is put where one number has its place. Which "
        "index or which sum makes one number of it?"
    )


def could_not_put(told):
    return (
        f"Something of shape ({told[1]}) is put where ({told[2]}) has its place. Is it a row for a "
        "column, or one axis too many?"
    )


def one_dimensional(told):
    return "`@` is for arrays; one of its factors is a single number here. `*` takes numbers too."


def in_place(told):
    return (
        "An array is to be changed in place, but the result has another shape. Make a new one, and "
        "look at its shape."
    )


def concatenated(told):
    return "Arrays of different sizes are put together. Along which axis should they stand?"


KINDS = (
    (
        r"matmul: .*\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)",
        "factors of @ do not fit",
        product,
    ),
    (r"shapes " + PAIR + " and " + PAIR + " not aligned", "factors of @ do not fit", dot),
    (r"matmul: .*does not have enough dimensions", "@ with a single number", one_dimensional),
    (r"non-broadcastable output", "changed in place to another shape", in_place),
    (r"broadcast together with shapes " + PAIR + " " + PAIR, "shapes do not fit", broadcast),
    (r"operands could not be broadcast together.*original->remapped", "shapes do not fit",
     lambda told: "Two shapes do not fit together. Which letters belong to which axes?"),
    (r"reshape array of size (\d+) into shape \(([\d, ]+)\)", "reshape does not fit", reshape),
    (r"index (-?\d+) is out of bounds for axis (\d) with size (\d+)", "index beyond the end",
     index),
    (r"IndexError: (list|tuple) index out of range", "index beyond the end", list_index),
    (r"pop from empty list", "index beyond the end", list_index),
    (r"array is (\d)-dimensional, but (\d) were indexed", "too many indices", too_many_indices),
    (r"axis (\d) is out of bounds for array of dimension (\d)", "no such axis", axis),
    (r"setting an array element with a sequence", "many numbers in one place", sequence),
    (r"could not broadcast input array from shape \(([\d, ]*)\) into shape \(([\d, ]*)\)",
     "shapes do not fit", could_not_put),
    (r"axes don't match array", "axes that are not there",
     lambda told: "It names axes that the array does not have. `.T` turns rows into columns."),
    (r"all the input array dimensions", "shapes do not fit", concatenated),
    (r"boolean index did not match",
     "shapes do not fit",
     lambda told: "The condition has another shape than the array it picks from."),
)  # fmt: skip
