"""What all tables share: the registry, names of constraints, and column types that mean the same on any database."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from sqlalchemy import BigInteger, Column, Dialect, Integer, MetaData, Text
from sqlalchemy.orm import Composite, DeclarativeBase, Mapped, MappedAsDataclass, composite, mapped_column
from sqlalchemy.types import TypeDecorator

from therapist_desk.domain.clock import Instant

# Names that a migration can address on any database.
_NAMES: Final = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Choice_ = TypeVar("Choice_", bound=StrEnum)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """All tables of the charts file."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {str: Text}  # noqa: RUF012 - SQLAlchemy's own declaration


class UtcTime(TypeDecorator[datetime]):
    """An aware moment in UTC as ISO 8601 text with microseconds, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write a moment; a naive one is a bug."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read a moment."""
        del dialect
        return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number as the text it was written as: 1.50 stays 1.50."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write a number."""
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read a number."""
        del dialect
        return None if value is None else Decimal(value)


class Choice(TypeDecorator[Choice_]):
    """One of an enumeration's values, as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[Choice_]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: Choice_ | None, dialect: Dialect) -> str | None:
        """Write a value."""
        del dialect
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Choice_ | None:
        """Read a value."""
        del dialect
        return None if value is None else self.choices(value)


def moment(name: str) -> Composite[Instant]:
    """Give the four columns of a moment: `name`_utc, _offset (minutes), _steady (milliseconds) and _boot."""
    return composite(Instant, *_moment_columns(name, nullable=False))


def optional_moment(name: str) -> Composite[Instant | None]:
    """Give the four columns of a moment that may be absent; then all four are null."""
    return composite(Instant, *_moment_columns(name, nullable=True), return_none_on=_is_absent, default=None)


def _moment_columns(name: str, *, nullable: bool) -> tuple[Column[Any], ...]:
    return (
        Column(f"{name}_utc", UtcTime, nullable=nullable),
        Column(f"{name}_offset", Integer, nullable=nullable),
        Column(f"{name}_steady", BigInteger, nullable=nullable),
        Column(f"{name}_boot", Text, nullable=nullable),
    )


def _is_absent(utc: datetime | None, *_rest: object) -> bool:
    return utc is None


class AddressColumns(MappedAsDataclass, kw_only=True):
    """The parts of a postal address."""

    street: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")


class TechniqueColumns(MappedAsDataclass, kw_only=True):
    """A technique as it was called and billed then; null where none was named."""

    technique_id: Mapped[str | None] = mapped_column(default=None)
    technique_name: Mapped[str | None] = mapped_column(default=None)
    technique_code: Mapped[str | None] = mapped_column(default=None)
    hands_on: Mapped[bool | None] = mapped_column(default=None)
