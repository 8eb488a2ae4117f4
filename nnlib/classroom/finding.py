"""Find an exercise or a question by its id."""


def find(declared, id, kind):
    """Return what is declared under an id such as "5.1"; 5.1 without its quotes will do.

    Raises
    ------
    ValueError
        If there is nothing of that id; the text says what there is.
    """
    written = str(id) if isinstance(id, float) else id
    if not isinstance(written, str) or written not in declared:
        there_are = ", ".join(f'"{one}"' for one in declared)
        raise ValueError(f"There is no {kind} {id!r}. There are: {there_are}.")
    return declared[written]
