"""Whether an answer can be called at all, and whether there is one."""

import dis
import inspect

EMPTY_BODY = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}


def is_stub(answer):
    """Whether a function has no body yet: nothing but a docstring, `...` or `pass`."""
    if not inspect.isfunction(answer):
        return False
    return all(step.opname in EMPTY_BODY for step in dis.get_instructions(answer))


def signature_of(answer):
    """What the answer takes, or None if it does not say: some built-in functions do not."""
    try:
        return inspect.signature(answer)
    except Exception:  # an object of the reader's may fail in any way when it is asked
        return None


def takes(answer, exercise):
    """Return a sentence if the answer cannot be called with the exercise's arguments, else None."""
    signature = signature_of(answer)
    if signature is None:
        return None
    try:
        signature.bind(*exercise.arguments)
    except TypeError:
        return (
            f"It is called as {exercise.name}({', '.join(exercise.arguments)}), but yours takes "
            f"({', '.join(signature.parameters)})."
        )
