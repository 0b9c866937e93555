"""What is near a diagnosis, with the mapping that is shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import RELEASE, mark
from domain.checklist.corpus import AROUND, good_notes, said, segment
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import missing
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.services.clinical.code_regions import load_code_regions

NEAR = (
    ("M54.2", "Cervicalgia", "trap_upper temporalis rhomboids pec_minor"),
    ("M54.50", "Low back pain, unspecified", "ql glut_med psoas semi es_thor rectus_abd"),
    ("M54.51", "Vertebrogenic low back pain", "es_lumb piriformis"),
    ("M54.59", "Other low back pain", "es_lumb multifidus biceps_fem"),
    ("M54.16", "Radiculopathy, lumbar region", "piriformis semi gastroc_lat plantar_fascia"),
    ("M54.41", "Lumbago with sciatica, right side", "glut_min biceps_fem soleus"),
    ("G43.909", "Migraine", "temporalis suboccipital scm trap_upper"),
    ("G44.209", "Tension-type headache", "masseter splenius frontalis pec_minor"),
    ("M26.621", "Arthralgia of right temporomandibular joint", "masseter pterygoid_lat scm"),
    ("G56.01", "Carpal tunnel syndrome, right upper limb", "fcr pron_teres scalenes pec_minor rhomboids"),
    ("M75.01", "Adhesive capsulitis of right shoulder", "subscapularis teres_major biceps trap_upper"),
    ("M77.11", "Lateral epicondylitis, right elbow", "ecrb supinator triceps_lat delt_mid"),
    ("S13.4XXA", "Sprain of ligaments of cervical spine", "scm scalenes lev_scap masseter"),
    ("S16.1XXA", "Strain of muscle at neck level", "lev_scap es_thor"),
    ("S39.012A", "Strain of muscle of lower back", "ql glut_max tfl"),
    ("M62.830", "Muscle spasm of back", "es_thor es_lumb lat trap_mid glut_med"),
    ("M25.551", "Pain in right hip", "tfl glut_med psoas itb ql"),
    ("M25.561", "Pain in right knee", "vastus_lat popliteus gastroc_med itb glut_med"),
    ("M99.03", "Segmental dysfunction of lumbar region", "ql psoas"),
    ("R51.9", "Headache", "suboccipital temporalis"),
    ("M72.2", "Plantar fascial fibromatosis", "plantar_fascia soleus semi glut_med"),
    ("M76.61", "Achilles tendinitis, right leg", "soleus gastroc_med fhl semi"),
    ("M54.6", "Pain in thoracic spine", "es_thor rhomboids pec_minor lat ql trap_low"),
    ("M54.31", "Sciatica, right side", "glut_max piriformis semi biceps_fem gastroc_lat ql es_lumb"),
    ("M54.12", "Radiculopathy, cervical region", "scalenes pec_minor trap_upper ext_dig thenar"),
    ("S33.5XXA", "Sprain of ligaments of lumbar spine", "multifidus glut_med es_thor biceps_fem"),
    ("M79.12", "Myalgia of auxiliary muscles, head and neck", "scm suboccipital masseter trap_upper"),
    ("M79.621", "Pain in right upper arm", "biceps delt_mid infraspinatus scalenes"),
    ("M79.604", "Pain in right leg", "glut_min semi gastroc_med ql"),
    ("M25.511", "Pain in right shoulder", "supraspinatus lev_scap pec_minor biceps lat"),
    ("M25.531", "Pain in right wrist", "fcr ext_dig scalenes pec_minor"),
    ("M25.571", "Pain in right ankle", "soleus fib_longus tib_post semi"),
    ("M22.41", "Chondromalacia patellae, right knee", "vastus_lat rectus_fem itb glut_med"),
    ("M23.51", "Chronic instability of right knee", "popliteus semi gastroc_lat vastus_med"),
    ("M24.541", "Contracture, right hand", "palm fds pron_teres"),
    ("M77.41", "Metatarsalgia, right foot", "plantar_fascia tib_post soleus"),
    ("F45.8", "Other somatoform disorders", "masseter temporalis scm trap_upper"),
    ("M99.02", "Segmental dysfunction of thoracic region", "rhomboids intercostals es_thor"),
    ("M99.05", "Segmental dysfunction of pelvic region", "glut_max psoas adductors ql"),
    ("Q66.51", "Congenital pes planus, right foot", "tib_post plantar_fascia soleus"),
)
FAR = (
    ("M54.2", "soleus"),
    ("M54.50", "masseter"),
    ("M54.41", "scm"),
    ("G44.209", "plantar_fascia"),
    ("G56.01", "gastroc_lat"),
    ("M75.01", "glut_max"),
    ("M25.561", "temporalis"),
    ("M72.2", "trap_upper"),
    ("M26.621", "plantar_fascia"),
    ("M26.621", "ql"),
    ("M54.50", "splenius"),
    ("M54.50", "trap_upper"),
    ("M54.16", "lev_scap"),
    ("S39.012A", "scm"),
    ("S13.4XXA", "piriformis"),
    ("G43.909", "semi"),
    ("G56.01", "masseter"),
    ("M77.11", "vastus_lat"),
    ("M22.41", "pec_minor"),
    ("M24.411", "soleus"),
    ("M23.51", "scalenes"),
    ("F45.8", "soleus"),
    ("R51.9", "glut_med"),
    ("M99.01", "ql"),
    ("M99.06", "delt_mid"),
    ("Q66.51", "splenius"),
    ("M79.604", "scm"),
)
ANYWHERE = ("M79.18", "M79.7", "M62.838", "M79.10", "I89.0", "Q79.60", "M25.50", "M99.09", "R25.2", "Z99.9")


@pytest.fixture(scope="module")
def regions() -> CodeRegions:
    return load_code_regions(resources_dir())


@pytest.mark.parametrize(("code", "title", "places"), NEAR)
def test_the_part_and_its_neighbours_are_near(regions: CodeRegions, code: str, title: str, places: str) -> None:
    side = Side.LEFT if "left" in title else Side.RIGHT

    assert [place for place in places.split() if told(regions, ((code, title),), place, side)] == []


@pytest.mark.parametrize(("code", "place"), FAR)
def test_what_is_far_is_told(regions: CodeRegions, code: str, place: str) -> None:
    assert told(regions, ((code, "sample"),), place, Side.RIGHT) == {"area_unrelated"}


@pytest.mark.parametrize("code", ANYWHERE)
def test_of_a_code_about_no_part_nothing_is_said(regions: CodeRegions, code: str) -> None:
    assert told(regions, ((code, "sample"),), "soleus", Side.RIGHT) == set()


def test_every_region_of_the_figure_belongs_to_a_part(regions: CodeRegions) -> None:
    known = frozenset[str]().union(*regions.codes.values())
    atlas = Atlas(resources_dir() / "body_map")
    drawn = {region.ref.region for view in View for region in atlas.view(Figure.NEUTRAL, view).regions}

    assert drawn - known == set()


def test_work_on_nothing_but_the_other_side_is_told_and_both_sides_are_usual(regions: CodeRegions) -> None:
    left = (("M25.512", "Pain in left shoulder"),)

    assert told(regions, left, "supraspinatus", Side.RIGHT) == {"side_unrelated"}
    assert told(regions, left, "supraspinatus", Side.LEFT) == set()
    assert told(regions, left, "supraspinatus", Side.LEFT, Side.RIGHT) == set()
    assert told(regions, left, "supraspinatus", Side.BILATERAL) == set()


def test_where_one_diagnosis_names_no_side_nothing_is_said_of_sides(regions: CodeRegions) -> None:
    codes = (("M25.512", "Pain in left shoulder"), ("M54.2", "Cervicalgia"))

    assert told(regions, codes, "supraspinatus", Side.RIGHT) == set()


def test_what_is_seen_or_told_elsewhere_was_not_treated_there(regions: CodeRegions) -> None:
    neck = (("M54.2", "Cervicalgia"),)
    trapezius = placed(MarkKind.TENDER, "trap_upper")

    for kind in (MarkKind.SKIN, MarkKind.NUMBNESS, MarkKind.PAIN):
        assert judged(regions, neck, (trapezius, placed(kind, "soleus"))) == set()
    assert judged(regions, neck, (trapezius, placed(MarkKind.HYPERTONICITY, "soleus"))) == {"area_unrelated"}
    assert judged(regions, neck, (placed(MarkKind.PAIN, "soleus"),)) == {"area_unrelated"}


@pytest.mark.parametrize("words", ["left calf", "L gastrocs", "both knees", "plantar fascia"])
def test_an_area_treated_far_from_the_diagnosis_is_told_where_its_time_stands(
    regions: CodeRegions, words: str
) -> None:
    facts = treated(regions, "right upper trapezius", words)

    item = next(each for each in missing(facts) if each.rule == "T-09")
    assert (item.code, item.target, item.values["region"]) == ("treated_unrelated", Target.TIMES, words)
    assert item.values["segment"] == facts.treated[1].id


@pytest.mark.parametrize(
    "words", ["neck", "R UT", "suboccipitals", "levator", "shoulder blade", "where it hurts", "l"]
)
def test_an_area_treated_near_it_or_called_nothing_known_is_left_alone(regions: CodeRegions, words: str) -> None:
    assert [each for each in missing(treated(regions, words)) if each.rule == "T-09"] == []


@pytest.mark.parametrize(
    "objective", ["Gastrocs guarded, compensating for the neck brace.", "Pain of the calf refers up to the neck."]
)
def test_an_area_of_which_the_note_says_why_is_left_alone(regions: CodeRegions, objective: str) -> None:
    facts = said(Section.OBJECTIVE, objective)(treated(regions, "left calf"))

    assert [each for each in missing(facts) if each.rule == "T-09"] == []


def test_a_mark_that_refers_to_where_the_diagnosis_is_belongs_to_it(regions: CodeRegions) -> None:
    calf = RegionRef("soleus", "soleus", Side.RIGHT)
    far = mark(MarkKind.TRIGGER_ACTIVE, calf, before=2)
    refers = replace(far, refers_to=(RegionRef("trap_upper", "upper trapezius", Side.RIGHT),))

    assert judged(regions, (("M54.2", "Cervicalgia"),), (far,)) == {"area_unrelated"}
    assert judged(regions, (("M54.2", "Cervicalgia"),), (refers,)) == set()


def treated(regions: CodeRegions, *areas: str) -> Facts:
    facts = list(good_notes())[1]
    times = tuple(segment(20 * place, 20, RELEASE, area) for place, area in enumerate(areas))
    around = replace(AROUND, code_regions=regions)
    return replace(facts, around=around, visit=replace(facts.visit, by_hand=times))


def placed(kind: MarkKind, place: str, side: Side = Side.RIGHT) -> Mark:
    return mark(kind, RegionRef(place, place, side), before=None if kind is MarkKind.SKIN else 2)


def told(regions: CodeRegions, codes: tuple[tuple[str, str], ...], place: str, *sides: Side) -> set[str]:
    """Give what T-09 says of marks on a region, in a case of these diagnoses that no order repeats."""
    return judged(regions, codes, tuple(placed(MarkKind.TENDER, place, side) for side in sides))


def judged(regions: CodeRegions, codes: tuple[tuple[str, str], ...], marks: tuple[Mark, ...]) -> set[str]:
    facts = list(good_notes())[1]
    case = replace(AROUND.case, diagnoses=tuple(Diagnosis(code=code, title=title) for code, title in codes))
    around = replace(AROUND, case=case, code_regions=regions, referral=None, orders=())
    changed = replace(facts, around=around, visit=replace(facts.visit, marks=marks, by_hand=()))
    return {item.code for item in missing(changed) if item.rule == "T-09"}
