"""What stands where in the picture of a statement, and whether tensor-sensor reads it as we do."""

import ast
from types import SimpleNamespace

from .boxes import tsensor
from .values import is_pure


def columns(text, node):
    """Return the first and one past the last character of a node; Python counts bytes."""
    code = text.encode()
    return len(code[: node.col_offset].decode()), len(code[: node.end_col_offset].decode())


def first_row(reading):
    """Return (start, stop, shape) of each box under the statement, from left to right."""
    nodes = {node: reading.shapes[node] for node in reading.operands()} | reading.targets
    return sorted((*columns(reading.text, node), shape) for node, shape in nodes.items())


def result_levels(reading, failed=None):
    """Return in which row below the first each intermediate result stands, from 1 on.

    The result of the whole statement needs no box of its own where a target shows it.
    """
    levels = {}
    for node in reading.results() + ([failed] if failed is not None else []):
        if node in levels or (node is reading.root and reading.targets):
            continue
        inside = [levels[part] for part in ast.walk(node) if part in levels]
        levels[node] = 1 + max(inside, default=0)
    return levels


def names_for_tsensor(reading):
    """Return a frame for tensor-sensor, which evaluates each part again, that runs no real call.

    It has the names as they were before the statement; a function of the learner's is replaced by
    one that returns what the real one returned.
    """
    names = dict(reading.names)
    for node, value in reading.returned.items():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            names[node.func.id] = lambda *_, value=value, **__: value
    return SimpleNamespace(f_globals={}, f_locals=names)


def tsensor_agrees(reading, boxes):
    """Return whether tensor-sensor finds the boxes of `first_row` in this statement, in order."""
    if not _is_safe_to_repeat(reading) or any(0 in map(_thousands, shape) for *_, shape in boxes):
        return False
    package = tsensor()
    try:
        root, _ = package.parsing.parse(reading.text)
        root.eval(names_for_tsensor(reading))
        found = [
            (part.start.cstart_idx, part.stop.cstop_idx, tuple(part.value.shape))
            for part in package.analysis.smallest_matrix_subexpr(root)
        ]
    except (Exception, package.ast.IncrEvalTrap):
        return False
    return found == boxes and all(shape for *_, shape in boxes)


def _thousands(size):
    return size % 1000  # 0 for the sizes that tensor-sensor abbreviates: 1k, 2k, and 0m for 0


def _is_safe_to_repeat(reading):
    """Return whether tensor-sensor may evaluate every part again: nothing would have an effect."""
    for node in ast.walk(reading.root):
        if isinstance(node, ast.Call):
            replaced = node in reading.returned and isinstance(node.func, ast.Name)
            if not replaced and not is_pure(reading.values.get(node.func)):
                return False
        elif isinstance(node, (ast.Attribute, ast.BinOp, ast.Subscript)):
            if node not in reading.values or node in reading.returned:
                return False
    return True
