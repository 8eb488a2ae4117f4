"""Mark a prediction, without the answer standing anywhere to be read."""

from ..exercises.question import WANTED, seal
from ..lessons import QUESTIONS, find
from .verdict import Verdict, shown


def predict(id, answer, *more):
    """Mark the answer to the question of a section.

    Parameters
    ----------
    id : str
        The section, such as "5.2"; the number 5.2 will do.
    answer : number, tuple or str
        A number, a shape such as (3, 4), or a choice such as "a"; `...` for no answer yet.
    *more
        What a reader writes who leaves out the brackets of a shape; refused with what is wanted.

    Returns
    -------
    Verdict
        Its `status` is "passed", "failed" or "not started".

    Raises
    ------
    ValueError
        If there is no question of that id.
    """
    return shown(_mark(find(QUESTIONS, id, "question"), answer, more))


def _mark(question, answer, more):
    of = f"Question {question.id}"
    if answer is ... or answer is None:
        text = f"Put {WANTED[question.kind]}, in place of the three dots, and run the cell."
        return Verdict(of, "not started", text)
    try:
        written = question.write((answer, *more) if more and question.kind != "shape" else answer)
    except (ValueError, OverflowError):  # of another kind, or of numbers beyond all limits
        text = f"The answer should be {WANTED[question.kind]}."
        return Verdict(of, "failed", text, "another kind of answer")
    if seal(question.id, written) == question.seal:
        return Verdict(of, "passed", "Right. Run the next cell and see it.")
    for wrong, sentence in question.wrong.items():
        if question.write(wrong) == written:
            return Verdict(of, "failed", sentence)
    return Verdict(of, "failed", "That is not it. Think again, or run the next cell and see.")
