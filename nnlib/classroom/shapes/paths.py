"""Paths: `X`, `np.mean`, `layer.W` or `params["W"]` in the code, and what they stand for."""

import ast
import inspect
import types

from .stand_ins import Unknown


def find(node, space):
    """Return what a path stands for, unless code of the learner's would run to find it."""
    if isinstance(node, ast.Name):
        return space[node.id]
    owner = find(node.value, space)
    if isinstance(node, ast.Subscript):
        if type(owner) in (dict, list, tuple):
            return owner[ast.literal_eval(node.slice)]
        raise Unknown
    if type(owner) is types.ModuleType:
        return vars(owner)[node.attr]
    for hook in ("__getattribute__", "__setattr__"):
        if type(type.__getattribute__(type(owner), hook)) is not types.WrapperDescriptorType:
            raise Unknown  # the class decides by itself what its attributes are
    found = inspect.getattr_static(owner, node.attr, property())
    if type(found) is property and _is_ours(found.fget):
        return found.fget(owner)  # such as layer.W: it hands the array over and does nothing else
    if hasattr(type(found), "__get__"):
        raise Unknown
    return found


def _is_ours(function):
    return (getattr(function, "__module__", None) or "").startswith("nnlib.")


def is_path(node):
    """Return whether this is a name, or attributes and entries of one: `layers[0].W`."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        if isinstance(node, ast.Subscript):
            try:
                if type(ast.literal_eval(node.slice)) not in (int, str):
                    return False
            except ValueError:
                return False
        node = node.value
    return isinstance(node, ast.Name)


def with_owners(goal):
    """Return the path that is written to, and what it is a part of: `Z.shape = ...` changes Z."""
    names = {ast.unparse(goal)}
    while isinstance(goal, (ast.Attribute, ast.Subscript)):
        goal = goal.value
        names.add(ast.unparse(goal))
    return names


def written(statements):
    """Yield what these statements assign to, delete, define or import; also what they resize."""
    for node in (part for statement in statements for part in ast.walk(statement)):
        if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            if not isinstance(node, (ast.Tuple, ast.List, ast.Starred)):
                yield node
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "resize":
            yield node.func.value
        elif isinstance(name := getattr(node, "asname", None) or getattr(node, "name", None), str):
            yield ast.Name(name.partition(".")[0])  # of a function, class, module or exception
