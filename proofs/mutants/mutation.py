"""Make small mistakes in a source, one at a time: each replaces one expression or statement."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.Mod: ast.Add,
}
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_WITH_CHANGES = {"replace", "enter"}  # their keywords are what they change


@dataclass(frozen=True, slots=True)
class Mutant:
    """A source with one mistake."""

    file: str
    line: int
    original: str
    source: str

    @property
    def diff(self) -> str:
        """The mistake, as a diff."""
        lines = difflib.unified_diff(
            self.original.splitlines(), self.source.splitlines(), self.file, f"{self.file}:{self.line}", "", "", 1, ""
        )
        return "\n".join(lines)


def mutants_of(source: str, file: str) -> Iterator[Mutant]:
    """All mutants of a source, from its first line to its last."""
    lines = source.splitlines(keepends=True)
    starts = [sum(len(line.encode()) for line in lines[:number]) for number in range(len(lines))]
    text = source.encode()
    for node in _nodes(ast.parse(source)):
        for place, other in _others(node):
            begins = starts[place.lineno - 1] + place.col_offset
            ends = starts[(place.end_lineno or place.lineno) - 1] + (place.end_col_offset or 0)
            yield Mutant(file, node.lineno, source, (text[:begins] + other.encode() + text[ends:]).decode())


def _nodes(tree: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """The nodes that run and decide: no annotations or what only they need, no decorators, no format strings."""
    for field, value in ast.iter_fields(tree):
        if field in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            if isinstance(child, ast.expr | ast.stmt):
                yield child
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _nodes(child)


def _others(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """What could be written by mistake in place of a node, or of the condition that it begins with."""
    place = node.test if isinstance(node, ast.If) else node
    for other in _MISTAKES[type(node)](node) if type(node) in _MISTAKES else ():
        yield place, ast.unparse(other) if isinstance(other, ast.stmt) else f"({ast.unparse(other)})"


def _with(node: ast.AST, **changes: object) -> ast.AST:
    other = copy(node)
    for field, value in changes.items():
        setattr(other, field, value)
    return other


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    yield _with(node, ops=[_COMPARISONS[type(node.ops[0])](), *node.ops[1:]])


def _bool_op(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _unary_op(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _bin_op(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in _OPERATORS:
        yield _with(node, op=_OPERATORS[type(node.op)]())


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)


def _if_exp(node: ast.IfExp) -> Iterator[ast.AST]:
    if not isinstance(node.test, ast.Compare):  # that has its own
        yield _with(node, body=node.orelse, orelse=node.body)


def _call(node: ast.Call) -> Iterator[ast.AST]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if isinstance(node.func, ast.Name) and name in _CALLS:
        yield _with(node, func=ast.Name(_CALLS[name]))
    if name in _WITH_CHANGES:
        for left_out in node.keywords:
            yield _with(node, keywords=[one for one in node.keywords if one is not left_out])


def _tuple(node: ast.Tuple) -> Iterator[ast.AST]:
    """A table of names without one of them."""
    if isinstance(node.ctx, ast.Load) and all(isinstance(element, ast.Attribute) for element in node.elts):
        for left_out in node.elts if len(node.elts) > 1 else ():
            yield _with(node, elts=[element for element in node.elts if element is not left_out])


def _if(node: ast.If) -> Iterator[ast.AST]:
    if isinstance(node.test, ast.Name | ast.Attribute | ast.Call):
        yield ast.UnaryOp(ast.Not(), node.test)


def _assign(node: ast.Assign) -> Iterator[ast.AST]:
    """An assignment that does nothing."""
    target = node.targets[0]
    used = {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
    if isinstance(target, ast.Name) and target.id in used:
        yield ast.Pass()


def _expr(node: ast.Expr) -> Iterator[ast.AST]:
    """A statement that is left out."""
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


_MISTAKES: dict[type[ast.AST], Callable[..., Iterator[ast.AST]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool_op,
    ast.UnaryOp: _unary_op,
    ast.BinOp: _bin_op,
    ast.Constant: _constant,
    ast.IfExp: _if_exp,
    ast.Call: _call,
    ast.Tuple: _tuple,
    ast.If: _if,
    ast.Assign: _assign,
    ast.Expr: _expr,
}
