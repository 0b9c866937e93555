"""The words of the visit screen for what the domain names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.closeup import SidedCloseup, Sight
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, PainQuality, WholeRegion
from therapist_desk.domain.findings.review import Verdict, last_grade
from therapist_desk.domain.health.consent import Scope
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.notes.note import HomeDone, Report, ReportKind, Response, Section, SinceLast
from therapist_desk.domain.sentences.picture_words import direction_words, sight_words
from therapist_desk.domain.session.favourites import Favourite
from therapist_desk.domain.session.timer import Segment, SegmentSource, TimerState
from therapist_desk.ui.health.wording import scope_name
from therapist_desk.ui.visit.checks.check_words import check_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Visit", words)


def kind_name(kind: MarkKind) -> str:
    """A kind as the palette and the popover name it."""
    return {
        MarkKind.TRIGGER_ACTIVE: _tr("Trigger point, active"),
        MarkKind.TRIGGER_LATENT: _tr("Trigger point, latent"),
        MarkKind.TENDER: _tr("Tender point"),
        MarkKind.HYPERTONICITY: _tr("Hypertonicity, spasm"),
        MarkKind.FASCIAL: _tr("Fascial restriction"),
        MarkKind.PAIN: _tr("Pain"),
        MarkKind.NUMBNESS: _tr("Numbness, tingling"),
        MarkKind.SWELLING: _tr("Swelling"),
        MarkKind.SKIN: _tr("Scar, bruise, skin"),
        MarkKind.DO_NOT_WORK: _tr("Do not work here"),
    }[kind]


def short_kind(kind: MarkKind) -> str:
    """A kind in a word, for the list."""
    return {
        MarkKind.TRIGGER_ACTIVE: _tr("active"),
        MarkKind.TRIGGER_LATENT: _tr("latent"),
        MarkKind.TENDER: _tr("tender"),
        MarkKind.HYPERTONICITY: _tr("hypertonic"),
        MarkKind.FASCIAL: _tr("restriction"),
        MarkKind.PAIN: _tr("pain"),
        MarkKind.NUMBNESS: _tr("numbness"),
        MarkKind.SWELLING: _tr("swelling"),
        MarkKind.SKIN: _tr("skin"),
        MarkKind.DO_NOT_WORK: _tr("do not work"),
    }[kind]


def scale_words(kind: MarkKind) -> str:
    """What a kind's scale grades, with its ends; empty where it has none."""
    words = {
        MarkKind.TRIGGER_ACTIVE: _tr("pain 0 to 10"),
        MarkKind.TRIGGER_LATENT: _tr("pain on pressure 0 to 10"),
        MarkKind.TENDER: _tr("tenderness 0 to 4"),
        MarkKind.HYPERTONICITY: _tr("tone 0 to 3"),
        MarkKind.FASCIAL: _tr("restriction 0 to 3"),
        MarkKind.PAIN: _tr("pain 0 to 10"),
        MarkKind.NUMBNESS: _tr("numbness 0 to 10"),
        MarkKind.SWELLING: _tr("swelling 0 to 4"),
    }
    return words.get(kind, "")


def view_name(view: View) -> str:
    """A view as the toolbar names it."""
    return {
        View.FRONT: _tr("Front"),
        View.BACK: _tr("Back"),
        View.LEFT: _tr("Left"),
        View.RIGHT: _tr("Right"),
    }[view]


def sight_name(sight: Sight) -> str:
    """A view, or a close-up, inside a line."""
    return sight_words(sight) if isinstance(sight, SidedCloseup) else view_name(sight).lower()


def place_title(mark: Mark) -> str:
    """Where a mark is, as a title: "Right upper trapezius"."""
    words = mark.regions[0].words if mark.regions else _tr("Beside the named regions")
    return words[:1].upper() + words[1:] + _further(mark)


def short_place(mark: Mark) -> str:
    """Where a mark is, short: "R upper trapezius"."""
    return _short(mark.regions[0]) + _further(mark) if mark.regions else sight_words(mark.sight)


def detail(mark: Mark) -> str:
    """What else the list says of a mark, under its place."""
    parts = [short_kind(mark.kind)]
    if mark.quality is not None:
        parts.append(quality_name(mark.quality))
    if mark.direction is not None:
        parts.append(direction_words(mark))
    if mark.closeup is not None:
        parts.append(sight_words(mark.closeup))
    if isinstance(mark.shape, WholeRegion):
        parts.append(_tr("region") if len(mark.regions) == 1 else _tr("regions"))
    if isinstance(mark.shape, Area):
        parts.append(_tr("area"))
    if mark.refers_to:
        refers = ", ".join(_short(region) for region in mark.refers_to)
        parts.append(_tr("refers to {regions}").format(regions=refers))
    parts += [text for text in (mark.layer, mark.note) if text]
    return " · ".join(parts)


def quality_name(quality: PainQuality) -> str:
    """How a pain feels."""
    return {
        PainQuality.ACHE: _tr("ache"),
        PainQuality.SHARP: _tr("sharp"),
        PainQuality.BURNING: _tr("burning"),
        PainQuality.THROBBING: _tr("throbbing"),
        PainQuality.TIGHT: _tr("tight"),
        PainQuality.SHOOTING: _tr("shooting"),
    }[quality]


def spoken(mark: Mark) -> str:
    """A mark as a screen reader says it: place, kind and grades."""
    said = f"{place_words(mark)}, {kind_name(mark.kind)}"
    if mark.scale is not None and mark.before is not None:
        said += ", " + _tr("{grade} of {top}").format(grade=mark.before, top=mark.scale.top)
    if mark.scale is not None and mark.after is not None:
        said += ", " + _tr("after treatment {grade}").format(grade=mark.after)
    return said


def spoken_ghost(ghost: Mark) -> str:
    """A finding of the last visit as a screen reader says it: it is still to be reviewed."""
    said = f"{place_words(ghost)}, {kind_name(ghost.kind)}, " + _tr("unreviewed")
    grade = last_grade(ghost)
    if ghost.scale is not None and grade is not None:
        said += ", " + _tr("last visit {grade} of {top}").format(grade=grade, top=ghost.scale.top)
    return said


def place_words(mark: Mark) -> str:
    """All regions of a mark, the largest share first."""
    return ", ".join(region.words for region in mark.regions) or _tr("beside the named regions")


def verdict_name(verdict: Verdict) -> str:
    """What has become of a finding."""
    return {
        Verdict.BETTER: _tr("Better"),
        Verdict.SAME: _tr("Same"),
        Verdict.WORSE: _tr("Worse"),
        Verdict.RESOLVED: _tr("Resolved"),
    }[verdict]


def response_name(response: Response) -> str:
    """How the client took the treatment."""
    return {
        Response.IMPROVED: _tr("Improved"),
        Response.UNCHANGED: _tr("Unchanged"),
        Response.WORSE: _tr("Worse"),
        Response.ADVERSE: _tr("Adverse reaction"),
    }[response]


def since_last_name(since: SinceLast) -> str:
    """How it has been since the last visit."""
    return {
        SinceLast.BETTER: _tr("Better"),
        SinceLast.SAME: _tr("Same"),
        SinceLast.WORSE: _tr("Worse"),
    }[since]


def home_done_name(done: HomeDone) -> str:
    """How much of the home care was done."""
    return {
        HomeDone.DONE: _tr("Done"),
        HomeDone.PARTLY: _tr("Partly"),
        HomeDone.NOT_DONE: _tr("Not done"),
    }[done]


def report_words(report: Report) -> str:
    """What a client reports, as a chip says it."""
    words = {
        ReportKind.WORSE: _tr("Worse: {text}"),
        ReportKind.EASES: _tr("Eases: {text}"),
        ReportKind.OTHER: "{text}",
    }[report.kind].format(text=report.text)
    return words[:1].upper() + words[1:]


def section_name(section: Section) -> str:
    """A section's heading."""
    return {
        Section.SUBJECTIVE: _tr("Subjective"),
        Section.OBJECTIVE: _tr("Objective"),
        Section.ASSESSMENT: _tr("Assessment"),
        Section.PLAN: _tr("Plan"),
    }[section]


def habit_words(habit: Favourite) -> str:
    """Say how often a technique was given, and whose visits these are."""
    if habit.in_case and habit.of == 1:
        words = _tr("Given in the last visit of this case, {minutes} min.")
    elif habit.in_case:
        words = _tr("Given in {given} of the last {of} visits of this case, usually {minutes} min.")
    else:
        words = _tr("Given in {given} of your last {of} visits, usually {minutes} min.")
    return words.format(given=habit.given, of=habit.of, minutes=habit.minutes)


def state_name(state: TimerState) -> str:
    """What the timer is doing, for its pill."""
    return {
        TimerState.IDLE: _tr("Not started"),
        TimerState.RUNNING: _tr("Running"),
        TimerState.PAUSED: _tr("Paused"),
        TimerState.STOPPED: _tr("Stopped"),
    }[state]


def source_name(segment: Segment) -> str:
    """Who says how long a segment was."""
    return _tr("entered by hand") if segment.source is SegmentSource.BY_HAND else _tr("timer")


def missing_words(item: MissingItem) -> str:
    """A missing item as a link that leads to where it is mended."""
    words = {
        "timer_running": _tr("Stop the timer"),
        "no_times": _tr("Session times"),
        "no_hands_on_time": _tr("Hands-on time"),
        "no_pain_before": _tr("Pain now"),
        "no_pain_after": _tr("Pain after treatment"),
        "no_response": _tr("Response"),
        "no_limitation": _tr("Functional limitation"),
        "no_subjective": _tr("What the client reports"),
        "no_findings": _tr("Findings"),
        "no_plan": _tr("Plan"),
        "unconfirmed": _tr("Confirm {count} carried-forward lines"),
        "undecided": _tr("Decide on {count} contraindications"),
        "no_history": _tr("Health history"),
        "health_unasked": _tr("Any change in health?"),
        "no_consent": _tr("Consent"),
        "consent_expired": _tr("Consent, expired"),
        "consent_withdrawn": _tr("Consent, withdrawn"),
        "no_area_consent": _tr("Consent for {area}"),
        "unreviewed": _tr("{count} findings of the last visit not reviewed"),
        "nearly_last": _tr("{share} % as in the last note"),
        "said_again": _tr("Word for word for the third time"),
        "no_grade_before": _tr("Before grade on {count} marks"),
        "no_grade_after": _tr("After grade on {count} marks"),
        "red_test": _tr("Refer back: {count} red tests"),
    }
    if item.values.get("count") == 1:
        words |= {
            "unconfirmed": _tr("Confirm 1 carried-forward line"),
            "undecided": _tr("Decide on 1 contraindication"),
            "unreviewed": _tr("1 finding of the last visit not reviewed"),
            "no_grade_before": _tr("Before grade on 1 mark"),
            "no_grade_after": _tr("After grade on 1 mark"),
            "red_test": _tr("Refer back: 1 red test"),
        }
    values = dict(item.values)
    if "area" in values:
        values["area"] = scope_name(Scope(str(values["area"]))).lower()
    return (words.get(item.code) or check_words(item.code)).format(**values)


def _short(region: RegionRef) -> str:
    letter = {Side.LEFT: _tr("L"), Side.RIGHT: _tr("R"), Side.BILATERAL: _tr("Both")}.get(region.side, "")
    return f"{letter} {region.name}".strip() if letter else region.name[:1].upper() + region.name[1:]


def _further(mark: Mark) -> str:
    """Count the regions that are marked whole beside the first."""
    more = len(mark.regions) - 1 if isinstance(mark.shape, WholeRegion) else 0
    return f" +{more}" if more > 0 else ""
