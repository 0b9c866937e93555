"""What can be measured, tested and looked at, from the clinical resources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.findings.motion import Motion
from therapist_desk.domain.outcomes.measure import Basis, Measure
from therapist_desk.services.clinical.outcomes import load_outcome_measures
from therapist_desk.services.resources import whole

_VIEWS: Final[Mapping[str, tuple[View, ...]]] = MappingProxyType(
    {"front": (View.FRONT,), "back": (View.BACK,), "side": (View.LEFT, View.RIGHT)}
)


@dataclass(frozen=True, slots=True)
class SpecialTest:
    """An orthopaedic test: what a positive one suggests, and whether it sends the client back to the physician."""

    name: str
    region: str
    suggests: str
    refer_if_positive: bool
    source: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PostureFinding:
    """What may be seen, from one of `views`."""

    name: str
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class PalpationTerm:
    """What a hand may find that has no mark of its own, with its grades in words; none where it is only noted."""

    name: str
    meaning: str
    grades: tuple[str, ...]
    source: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Assessments:
    """Everything on offer. Above `plausible_factor` times its usual value a motion is asked about."""

    motions: tuple[Motion, ...] = ()
    plausible_factor: Decimal = Decimal(1)
    tests: tuple[SpecialTest, ...] = ()
    posture: tuple[PostureFinding, ...] = ()
    posture_grades: tuple[str, ...] = ()
    palpation: tuple[PalpationTerm, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=lambda: MappingProxyType({}))

    def joints(self) -> Mapping[str, tuple[Motion, ...]]:
        """The motions by their joint, in their order."""
        found: dict[str, tuple[Motion, ...]] = {}
        for motion in self.motions:
            found[motion.joint] = (*found.get(motion.joint, ()), motion)
        return MappingProxyType(found)


def load_assessments(resources: Path) -> Assessments:
    """Read the lists of motions, tests, posture findings, palpation terms and outcome measures.

    Raises:
        ResourceDamagedError: a file cannot be used.
    """
    motions, factor = _read(resources, "motions.json", _motions)
    posture, grades = _read(resources, "posture.json", _posture)
    return Assessments(
        motions=motions,
        plausible_factor=factor,
        tests=_read(resources, "special_tests.json", _tests),
        posture=posture,
        posture_grades=grades,
        palpation=_read(resources, "palpation_terms.json", _palpation),
        measures=load_outcome_measures(resources),
    )


def _read(resources: Path, name: str, build: Any) -> Any:
    path = resources / "clinical" / name
    with whole(name):
        return build(json.loads(path.read_text(encoding="utf-8")))


def _motions(content: Mapping[str, Any]) -> tuple[tuple[Motion, ...], Decimal]:
    motions = tuple(
        Motion(
            joint=str(entry["joint"]),
            motion=str(entry["motion"]),
            unit=str(entry["unit"]),
            both_sides=bool(entry["both_sides"]),
            usual=Decimal(entry["usual"]),
            usual_source=f"{entry['usual_source']} ({Basis(entry['basis']).value})",
            hint=str(entry.get("hint", "")),
        )
        for entry in content["motions"]
    )
    return motions, Decimal(content["plausible_factor"])


def _tests(content: Mapping[str, Any]) -> tuple[SpecialTest, ...]:
    return tuple(
        SpecialTest(
            name=str(entry["name"]),
            region=str(entry["region"]),
            suggests=str(entry["suggests"]),
            refer_if_positive=bool(entry["refer_if_positive"]),
            source=str(entry["source"]),
            basis=Basis(entry["basis"]),
        )
        for entry in content["tests"]
    )


def _posture(content: Mapping[str, Any]) -> tuple[tuple[PostureFinding, ...], tuple[str, ...]]:
    seen: dict[str, tuple[View, ...]] = {}
    for entry in content["findings"]:
        seen[str(entry["name"])] = (*seen.get(str(entry["name"]), ()), *_VIEWS[entry["view"]])
    return tuple(PostureFinding(name, views) for name, views in seen.items()), tuple(map(str, content["grades"]))


def _palpation(content: Mapping[str, Any]) -> tuple[PalpationTerm, ...]:
    return tuple(
        PalpationTerm(
            name=str(entry["name"]),
            meaning=str(entry["meaning"]),
            grades=tuple(map(str, entry["grades"])),
            source=str(entry["source"]),
            basis=Basis(entry["basis"]),
        )
        for entry in content["terms"]
    )
