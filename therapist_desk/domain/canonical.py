"""Domain values as plain data and back: what a signed record is made of.

Plain data holds dicts, lists, strings and integers only, so that its canonical JSON (RFC 8785) has one spelling on
every machine: no floats, no null (a missing field is left out), truth as 0 and 1.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any, Final, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

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
        value: _T = _reader(cast("Any", kind))(plain)
    except _UNFIT as error:
        raise UnreadableRecordError(where=kind.__name__) from error
    return value


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: PLR0911 - one return a kind of hint
    """Give what reads values of a type: a chart's records hold few types, each of them very often."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union_reader(hint)
    if origin is tuple:
        item = _reader(get_args(hint)[0])
        return lambda plain: tuple(map(item, plain))
    if dataclasses.is_dataclass(hint):
        return _DataclassReader(hint)
    if hint is datetime:
        return _read_instant
    if hint is date:
        return date.fromisoformat
    if hint is bool:
        return bool
    if hint is str:
        return _read_text
    if hint is int:
        return _read_number
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__  # many times as quick as a call of the type
    constructor: Callable[[Any], Any] = getattr(hint, "__supertype__", hint)  # a NewType reads as what it wraps
    return constructor


class _DataclassReader:
    """Reads a dataclass by its fields; one that is left out takes its default, or None where it may be that."""

    def __init__(self, kind: Any) -> None:
        hints = get_type_hints(kind)
        fields = dataclasses.fields(kind)
        self._kind, self._name = kind, kind.__name__
        self._hints = {field.name: hints[field.name] for field in fields}
        self._left_out: dict[str, Any] = {
            field.name: None if field.default is dataclasses.MISSING else field.default
            for field in fields
            if field.default_factory is dataclasses.MISSING
            and (field.default is not dataclasses.MISSING or type(None) in get_args(hints[field.name]))
        }
        # A frozen dataclass looks up how to set each of its fields anew, which would be half the time of reading it.
        unchecked = "__slots__" in vars(kind) and not hasattr(kind, "__post_init__")
        self._setters = {name: getattr(kind, name).__set__ for name in self._hints} if unchecked else {}

    @cached_property
    def _readers(self) -> dict[str, tuple[type | None, Callable[[Any], Any]]]:
        """What reads each field, and the type of what needs no reading; found late: a type may hold its own."""
        readers = {name: _reader(hint) for name, hint in self._hints.items()} | {_TAG: _read_text}
        return {name: (_AS_IT_STANDS.get(reader), reader) for name, reader in readers.items()}

    def __call__(self, plain: Mapping[str, Any]) -> Any:
        readers, read = self._readers, self._left_out.copy()
        for name, item in plain.items():
            known, reader = readers[name]
            read[name] = item if type(item) is known else reader(item)
        if (tag := read.pop(_TAG)) != self._name:
            raise TypeError(f"{tag} is no {self._name}")
        if len(read) != len(self._setters):
            return self._kind(**read)
        made = object.__new__(self._kind)
        for name, item in read.items():
            self._setters[name](made, item)
        return made


def _union_reader(hint: Any) -> Callable[[Any], Any]:
    """Pick the member of a union that the data is: by its tag among dataclasses, else the one that is not None."""
    members = [member for member in get_args(hint) if member is not type(None)]
    if len(members) == 1:
        return _reader(members[0])
    by_name = {member.__name__: _reader(member) for member in members}
    return lambda plain: by_name[plain[_TAG]](plain)


def _read_instant(plain: str) -> datetime:
    return datetime.fromisoformat(plain).astimezone(UTC)


def _read_text(plain: object) -> str:
    if type(plain) is not str:
        raise TypeError(f"{plain!r} is no text")
    return plain


def _read_number(plain: object) -> int:
    if type(plain) is not int:
        raise TypeError(f"{plain!r} is no whole number")
    return plain


_AS_IT_STANDS: Final[Mapping[Callable[[Any], Any], type]] = {_read_text: str, _read_number: int}
"""Readers that most fields have, spared where the data is of the type that they look for."""
