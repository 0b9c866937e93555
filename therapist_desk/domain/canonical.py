"""Domain values as plain data and back: what a signed record is made of.

Plain data holds dicts, lists, strings and integers only, so that its canonical JSON (RFC 8785) has one spelling on
every machine: no floats, no null (a missing field is left out), truth as 0 and 1.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from therapist_desk.domain.errors import ExpectedError

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int"
_T = TypeVar("_T")
_TAG: Final = "is"
# What reading ill-shaped data raises, an off-scale grade included.
_UNFIT: Final = (TypeError, ValueError, KeyError, ArithmeticError, AttributeError, ExpectedError)


class UnreadableRecordError(ExpectedError):
    """Plain data that is not the value it should be."""

    code = "unreadable_record"
    sentence = "This signed record cannot be read: {where} is not as it should be."


def to_plain(value: object) -> Plain:  # noqa: PLR0911 - one return a kind of value
    """Turn a domain value into plain data.

    Raises:
        TypeError: a value has no plain form (a bug: every domain value has one).
    """
    match value:
        case Enum():
            return to_plain(value.value)
        case bool():
            return int(value)
        case str() | int():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple():
            return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        plain: dict[str, Plain] = {name: to_plain(item) for name, item in fields if item is not None}
        return {_TAG: type(value).__name__} | plain
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: type[_T], plain: object) -> _T:
    """Read a domain value of type `kind` back from plain data.

    Fields that `plain` lacks take their defaults, so that a record signed before a field existed stays readable.

    Raises:
        UnreadableRecordError: `plain` is not such a value.
    """
    try:
        value: _T = _read(kind, plain)
    except _UNFIT as error:
        raise UnreadableRecordError(where=kind.__name__) from error
    return value


def _read(hint: Any, plain: Any) -> Any:  # noqa: PLR0911 - one return a kind of hint
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read(_member(hint, plain), plain)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], item) for item in plain)
    if dataclasses.is_dataclass(hint):
        return _read_dataclass(hint, plain)
    if hint is datetime:
        return datetime.fromisoformat(plain).astimezone(UTC)
    if hint is date:
        return date.fromisoformat(plain)
    if hint is bool:
        return bool(plain)
    if hint in (str, int):
        if type(plain) is not hint:
            raise TypeError(f"{plain!r} is no {hint.__name__}")
        return plain
    constructor = getattr(hint, "__supertype__", hint)  # a NewType reads as what it wraps
    return constructor(plain)


def _read_dataclass(hint: Any, plain: Mapping[str, Any]) -> Any:
    hints = _hints(hint)
    if plain[_TAG] != hint.__name__:
        raise TypeError(f"{plain[_TAG]} is no {hint.__name__}")
    nullable = {name: None for name, of in hints.items() if type(None) in get_args(of)}
    read = {name: _read(hints[name], item) for name, item in plain.items() if name != _TAG}
    names = {field.name for field in dataclasses.fields(hint)}
    without_default = {
        field.name
        for field in dataclasses.fields(hint)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    missing = {name: None for name in nullable if name in without_default and name not in read}
    if not names >= read.keys():
        raise TypeError(f"unknown fields in {hint.__name__}")
    return hint(**missing, **read)


def _member(hint: Any, plain: Any) -> Any:
    """Pick the member of a union that `plain` is: by its tag among dataclasses, else the one that is not None."""
    members = [member for member in get_args(hint) if member is not type(None)]
    if len(members) == 1:
        return members[0]
    by_name = {member.__name__: member for member in members}
    return by_name[plain[_TAG]]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
