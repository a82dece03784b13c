"""One wrong letter in an ECDSA signature, found by adding points instead of checking thousands.

A letter changes r or s by d·2^k. With s changed, the point R whose x is r is known, and s·R must
be z·G + r·Q. With r changed, (z/s)·G + (r/s)·Q must have the x that r says (SEC 1 section 4.1.4).
Either way the next letter is one addition away, and no check need be made.
"""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.ecdsa_numbers import (
    BITS,
    VALUES,
    Numbers,
    has_x,
    levelled,
    minus,
    readings,
    times,
)
from jwtdesk.analysis.trials.one_character import Change, Edit
from jwtdesk.jose.ec_math import Jacobian, Point, added, affine, combined, doubled, lifted

ADDING = 0.014
"""Milliseconds of one addition on the curves of JOSE, measured like the other costs."""

_LETTERS = tuple(VALUES)


def fitting_edits(one: Numbers) -> Iterator[Work | Edit]:
    """Yield the few edits of one letter, or of two that changed places, that are worth a check."""
    yield from _at_the_seams(one)
    yield from _in_s(one)
    if 0 < one.s < one.curve.n:
        yield from _in_r(one)


def _at_the_seams(one: Numbers) -> Iterator[Edit]:
    """Yield every edit of the letters that touch both halves, or bits that belong to no byte."""
    last = len(one.text) - 1
    for at in range(len(one.text)):
        across = one.place(at) < 8 * one.half < one.place(at) + BITS
        if across or (at == last and one.place(at) < 0):
            yield from (_put(at, letter) for letter in _LETTERS if letter != one.text[at])
        if at < last and (across or one.place(at + 1) < 8 * one.half <= one.place(at) + BITS):
            yield _swapped(one.text, at)
    yield _swapped(one.text, last - 1)


def _in_s(one: Numbers) -> Iterator[Work | Edit]:
    """Yield what makes s·R the point it must be, for either R."""
    curve, ends = one.curve, lifted(one.curve, one.r)
    wanted = combined(curve, one.z, (curve.x, curve.y), one.r, one.key)
    if ends is None or wanted is None:
        return
    there = combined(curve, one.s % curve.n, ends[0], 0, ends[0])
    if there is None:
        return
    ways = {
        gap[0]
        for end in ((*there, 1), minus(curve, (*there, 1)))
        if (gap := affine(curve, added(curve, (*wanted, 1), end))) is not None
    }
    for at, step in _steps(one, ends[0], 0):
        yield Work(64 * ADDING)
        total, before = step, VALUES[one.text[at]]
        for apart in range(1, 64):
            if apart > 1:
                total = added(curve, total, step)
            if has_x(curve, total, ways):
                yield from (
                    _put(at, _LETTERS[value])
                    for value in (before - apart, before + apart)
                    if 0 <= value < len(_LETTERS)
                )
        if at and has_x(curve, times(curve, 63 * _apart(one.text, at - 1), step), ways):
            yield _swapped(one.text, at - 1)


def _in_r(one: Numbers) -> Iterator[Work | Edit]:
    """Yield what makes r the x of the point that it leads to."""
    curve = one.curve
    inverse = pow(one.s, -1, curve.n)
    base = (curve.x, curve.y)
    here = combined(curve, one.z * inverse % curve.n, base, one.r * inverse % curve.n, one.key)
    away = combined(curve, inverse, one.key, 0, one.key)
    if here is None or away is None:
        return
    for at, step in _steps(one, away, 8 * one.half):
        yield Work(64 * ADDING)
        unit, before = 1 << (one.place(at) - 8 * one.half), VALUES[one.text[at]]
        for stride, values in (
            (step, range(before + 1, 64)),
            (minus(curve, step), range(before - 1, -1, -1)),
        ):
            total: Jacobian = (*here, 1)
            for value in values:
                total = added(curve, total, stride)
                if has_x(curve, total, readings(curve, one.r + (value - before) * unit)):
                    yield _put(at, _LETTERS[value])
        if at and one.text[at] != one.text[at - 1]:
            change = 63 * _apart(one.text, at - 1)
            swapped = added(curve, times(curve, change, step), (*here, 1))
            if has_x(curve, swapped, readings(curve, one.r + change * unit)):
                yield _swapped(one.text, at - 1)


def _steps(one: Numbers, point: Point, lowest: int) -> Iterator[tuple[int, Jacobian]]:
    """Yield each letter that lies within one half, from its end, with the point of one unit."""
    total: Jacobian = (*point, 1)
    reached = lowest
    for at in range(len(one.text) - 1, -1, -1):
        place = one.place(at)
        if place < lowest or place + BITS > lowest + 8 * one.half:
            continue
        for _ in range(place - reached):
            total = doubled(one.curve, total)
        reached = place
        total = levelled(one.curve, total)
        yield at, total


def _apart(text: str, at: int) -> int:
    """Return by how many units of the second letter a swap changes the number, divided by 63."""
    return VALUES[text[at + 1]] - VALUES[text[at]]


def _put(at: int, letter: str) -> Edit:
    return Edit(Change.REPLACED, at, 1, letter)


def _swapped(text: str, at: int) -> Edit:
    return Edit(Change.SWAPPED, at, 2, text[at : at + 2][::-1])
