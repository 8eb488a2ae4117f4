"""What the names in the body stand for, from statement to statement."""

import ast
from contextlib import suppress

import numpy as np

from .paths import find, is_path, with_owners, written
from .stand_ins import Foreign, Unknown, is_same, stand_in

NOT_THERE = (Unknown, LookupError)  # what `find` raises


class Names(dict):
    """What `X`, `np.mean`, `layer.W` or `params["W"]` stands for, from statement to statement.

    Parameters
    ----------
    statements : list of ast.AST
        Only what these name is looked up.
    space : dict
        The names of the frame before they run.
    """

    def __init__(self, statements, space):
        super().__init__()
        self.after, self._later = {}, set()  # the frame after the body; what is yet to be written
        self._ids = {}
        for node in (part for tree in statements for part in ast.walk(tree)):
            if is_path(node):
                with suppress(*NOT_THERE):
                    found = find(node, space)
                    self[ast.unparse(node)] = stand_in(found)
                    self._ids[ast.unparse(node)] = id(found)

    def expect(self, statements):
        """Note what the statements after this one write: the frame does not know it yet."""
        self._later = set()
        for goal in written(statements):
            if not (isinstance(goal, ast.Subscript) and self._is_array_after(goal.value)):
                self._later |= with_owners(goal)

    def assign(self, goal, value=Unknown):
        """Note what is assigned; if it stays, the frame after the body knows best."""
        if isinstance(goal, (ast.Tuple, ast.List)):
            fits = type(value) in (tuple, list) and len(value) == len(goal.elts)
            fits = fits and not any(isinstance(part, ast.Starred) for part in goal.elts)
            for number, part in enumerate(goal.elts):
                self.assign(part, value[number] if fits else Unknown)
        elif isinstance(goal, ast.Starred):
            self.assign(goal.value)
        elif isinstance(goal, ast.Subscript) and type(self.get(ast.unparse(goal.value))) is Foreign:
            self.assign(goal.value)  # a table may have grown by a column
        elif is_path(goal):
            name = ast.unparse(goal)
            starts = (f"{name}.", f"{name}[")
            for key in [key for key in self if key == name or key.startswith(starts)]:
                del self[key]
                self._ids.pop(key, None)
            found = self._find_after(goal)
            if not isinstance(goal, ast.Name) and found is Unknown:
                return  # a property, or a class that decides by itself: it may hold another value
            stays = name not in self._later and found is not Unknown
            looks = stays and (value is Unknown or type(value) is np.ndarray)
            with suppress(Unknown):
                if looks or value is not Unknown:
                    self[name] = stand_in(found if looks else value)

    def forget(self, statement):
        """Take all that a statement writes to for unknown."""
        for goal in written([statement]):
            self.assign(goal)

    def doubt(self, statement):
        """Forget what code that this statement has run may have changed behind our back.

        What is the same after the body stays, and so does a plain name that this statement or a
        later one writes anew: only code that declares it `global` could change it before.
        """
        own = set().union(*map(with_owners, written([statement])))
        for key in list(self):
            found = self._find_after(ast.parse(key, mode="eval").body)
            is_rewritten = key in self._later or (key.isidentifier() and key in own)
            if is_rewritten:
                stays = key.isidentifier() or id(found) == self._ids.get(key)
            else:
                with suppress(Unknown):
                    found = stand_in(found)
                stays = is_same(found, self[key])
            if not stays:
                del self[key]

    def _find_after(self, node):
        with suppress(*NOT_THERE):
            return find(node, self.after)
        return Unknown

    def _is_array_after(self, node):
        return is_path(node) and type(self._find_after(node)) is np.ndarray
