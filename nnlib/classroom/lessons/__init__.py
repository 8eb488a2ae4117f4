"""The lessons: a room for each notebook, with what only that notebook needs.

    exercises/     a file for each exercise, which names it in EXERCISES
    questions.py   QUESTIONS, one for each section
    __init__.py    INSTRUMENTS, what can be moved, where there is something

A lesson is found by its folder, an exercise by its file: neither is listed anywhere. No lesson
imports another; what two of them need lives outside.
"""

from importlib import import_module
from pkgutil import iter_modules


def _modules_in(package):
    """The modules in a package, imported, in the order of their names."""
    return [
        import_module(f"{package.__name__}.{found.name}")
        for found in iter_modules(package.__path__)
    ]


def _by_number(declared):
    """What is declared, by its id such as "5.1", in the order of the notebooks."""
    order = sorted(declared, key=lambda one: [int(number) for number in one.id.split(".")])
    return {one.id: one for one in order}


LESSONS = _modules_in(import_module(__name__))
EXERCISES = _by_number(
    exercise
    for lesson in LESSONS
    for module in _modules_in(import_module(f"{lesson.__name__}.exercises"))
    for exercise in getattr(module, "EXERCISES", ())
)
QUESTIONS = _by_number(
    question
    for lesson in LESSONS
    for question in import_module(f"{lesson.__name__}.questions").QUESTIONS
)
INSTRUMENTS = {
    kind.__name__: kind for lesson in LESSONS for kind in getattr(lesson, "INSTRUMENTS", ())
}


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
