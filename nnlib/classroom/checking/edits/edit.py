"""What an edit is, and every edit that can be made to a source."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """A slip in words: a name, and what is wrong, to go on after a colon.

    One that is told `alone` may make one mistake of another by chance, as whoever leaves out a
    line can make nearly anything: it is told where it mends all that is wrong, and not beside a
    declared mistake.
    """

    name: str
    text: str
    alone: bool = False


@dataclass(frozen=True, eq=False)
class Edit:
    """Something new in one place of a tree.

    Parameters
    ----------
    owner, field, index : ast.AST, str, int or None
        The place: owner.field, or owner.field[index].
    new : ast.AST, or list of statements
        What stands there instead. As `index` is a slice for statements, they may be several.
    before : Slip or None
        What is wrong without this edit, if it mends something.
    after : Slip or None
        What is wrong with it, if it spoils something.
    line : int
        Where it is, for the reader's own line.
    kind : tuple
        The same for edits that do the same in several places.
    """

    owner: ast.AST
    field: str
    index: object
    new: object
    before: Slip | None
    after: Slip | None
    line: int
    kind: tuple = ()

    def exchange(self):
        """Make the edit; return the edit that takes it back."""
        place = getattr(self.owner, self.field)
        if self.index is None:
            old = place
            setattr(self.owner, self.field, self.new)
            index = None
        else:
            old = place[self.index]
            place[self.index] = self.new
            index = self.index
            if isinstance(index, slice):
                index = slice(index.start, index.start + len(self.new))
        return Edit(self.owner, self.field, index, old, self.after, self.before, self.line)


def places(tree):
    """Every expression in a tree: the expression, and the owner, field and index that hold it."""
    for owner in ast.walk(tree):
        for field, value in ast.iter_fields(owner):
            if field in ("args", "returns", "annotation", "decorator_list") and isinstance(
                owner, (ast.FunctionDef, ast.arguments, ast.AnnAssign)
            ):
                continue
            if isinstance(value, ast.expr):
                yield value, owner, field, None
            elif isinstance(value, list):
                for index, one in enumerate(value):
                    if isinstance(one, ast.expr):
                        yield one, owner, field, index


def expression_edits(tree, rules, scope):
    """The edits of all expressions; a rule yields (new expression, before, after)."""
    for node, owner, field, index in places(tree):
        if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            continue
        for rule in rules:
            for number, (new, before, after) in enumerate(rule(node, owner, scope)):
                line = getattr(node, "lineno", 0)
                kind = (rule.__name__, number, before.text if before else "")
                yield Edit(owner, field, index, new, before, after, line, kind)


GROUPED = {  # rules that make the same slip in several places
    ("other_name",),
    ("other_number",),
    ("other_axis",),
    ("axis_kept",),
    ("other_function",),
    ("whole_array",),
    ("brackets_of_a_call",),
}
GROUPED_SLIPS = {"// cuts the decimals", "^ is no power", "star instead of @", "the border itself"}


def groups(edits):
    """The edits that do the same in several places, each group to be made together."""
    alike = {}
    for edit in edits:
        if edit.before and (edit.kind[:1] in GROUPED or edit.before.name in GROUPED_SLIPS):
            alike.setdefault(edit.kind, []).append(edit)
    return [tuple(group) for group in alike.values() if len(group) > 1]


def written(node, longest=40):
    """An expression as one writes it, in backticks; nothing if it is long."""
    text = ast.unparse(node)
    return f"`{text}`" if len(text) <= longest else ""
