"""What an answer works out and does not use: true whatever the mistake, and often its trace."""

import ast

from ..edits.source import Source


def besides_unused(attempt):
    """A sentence on the names that are set by `=` and never used; or nothing."""
    try:
        tree = Source(attempt.answer).tree
    except ValueError:
        return ""
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    targets = [one.id for node in assigned for one in node.targets if isinstance(one, ast.Name)]
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    unused = [name for name in dict.fromkeys(targets) if name not in used]
    return f"`{unused[0]}` is set, and never used." if len(unused) == 1 else ""
