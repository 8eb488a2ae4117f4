"""What an exercise is: a solution, inputs to try it on, and the mistakes it can name."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import dataclass


def call(function, *arguments):
    """The usual probe: call the answer once; what it returns is compared."""
    return function(*arguments)


def no_edges(rng):
    """The usual edges: none."""
    return {}


@dataclass(frozen=True)
class Misconception:
    """A mistake, declared as the wrong implementation itself.

    Parameters
    ----------
    name : str
        A few words, such as "mean instead of sum".
    sentence : str
        What the reader did, and why it is wrong, without the right line of code.
    wrong : callable
        The same arguments as the solution. It may raise: then an answer that raises the same error,
        in the same words, on the same inputs has made the same mistake.
    """

    name: str
    sentence: str
    wrong: Callable


@dataclass(frozen=True)
class Exercise:
    """One exercise. The text of the task stands in the notebook.

    Parameters
    ----------
    id : str
        The notebook's number and its own, such as "5.1".
    solution : callable
        The reference. The notebook's folded solution is its source, letter by letter.
    draw : callable
        draw(rng, n, d_in, ...) -> tuple of arguments at random, away from kinks. Its parameters
        behind `rng` name the sizes it needs; a check draws them so that they all differ.
    example : callable
        example() -> the tuple of arguments of the example in the notebook.
    misconceptions : tuple of Misconception
        No two of them, nor one and the solution, may agree on what `draw` draws.
    parts : tuple of str
        The name of the result, or of each of several.
    probe : callable
        probe(function, *arguments) -> what is compared, one array for each of the parts. Where
        many answers are right, it computes what they have in common.
    one_result : bool
        Whether the parts are one result, for several kinds of input: then a mistake that explains
        a part must explain all of them.
    alone : tuple of str
        The sizes that are also tried with the value 1.
    edges : callable
        edges(rng) -> a dict of more tuples of arguments, by words such as "whole numbers" that end
        the sentence "It is right for the random inputs, and wrong for ...": what random numbers do
        not meet by themselves.
    keeps_lists : bool
        Whether the task forbids to change a list that comes in. Arrays may never change.
    """

    id: str
    solution: Callable
    draw: Callable
    example: Callable
    misconceptions: tuple
    parts: tuple = ("result",)
    probe: Callable = call
    alone: tuple = ("n", "d_out")
    one_result: bool = False
    edges: Callable = no_edges
    keeps_lists: bool = False

    @property
    def name(self):
        """The name that the notebook gives to the function."""
        return self.solution.__name__

    @property
    def arguments(self):
        """The names of the arguments, in their order."""
        return tuple(inspect.signature(self.solution).parameters)

    @property
    def sizes(self):
        """The names of the sizes that `draw` asks for."""
        return tuple(inspect.signature(self.draw).parameters)[1:]

    @property
    def source(self):
        """The source of the solution, as the notebook's folded solution shows it."""
        return inspect.getsource(self.solution).rstrip()

    @property
    def stub(self):
        """What the notebook gives to start from: the first line, the docstring, three dots."""
        head = self.source.splitlines()[0]
        docstring = ast.get_docstring(ast.parse(self.source).body[0])
        return f'{head}\n    """{docstring}"""\n    ...'
