"""The visit summary for the referring physician: outcome and request first, evidence after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.notes.note import Origin, Paragraph, Response
from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.domain.sentences.assessment import red_words
from therapist_desk.domain.sentences.narrative import SINCE_LAST
from therapist_desk.domain.sentences.wording import technique_words
from therapist_desk.domain.session.timer import hands_on_seconds
from therapist_desk.reports.course.plan import home_items
from therapist_desk.reports.layout.blocks import Framed, Items
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.parts.measures import measure_name
from therapist_desk.reports.parts.outcome import outcome, request
from therapist_desk.reports.parts.physician_findings import findings
from therapist_desk.reports.parts.pointers import pointed, see
from therapist_desk.reports.parts.reported import judged_words, score_cells, score_words
from therapist_desk.reports.parts.screening import decided_words, health_words
from therapist_desk.reports.parts.soap import (
    Signature,
    addendum_blocks,
    not_worked,
    page_words,
    paragraphs,
    short_title,
    signed_state,
    written,
)
from therapist_desk.reports.parts.treatment import is_all_by_hand, treatment_title
from therapist_desk.reports.typography.rich import (
    BODY,
    HEAD,
    NOTE,
    OUTCOME,
    SUBTITLE,
    Rich,
    bold,
    joined,
    phrase,
    value,
)
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import change, day, day_near, number, plural

_SENDER: Final = 52 * MM
_STRIP_CELLS: Final = 4
_OF_RESPONSE: Final = (NotePart.REPORTED, NotePart.PAIN, NotePart.TREATMENT, NotePart.RESPONSE)
"""What the paragraph on response and treatment tells of."""


def physician_summary(
    sealed: Sealed,
    paper: Paper,
    atlas: Atlas,
    *,
    for_fax: bool = False,
) -> bytes:
    """Set the visit summary for the referring physician as a PDF; without a seal it is marked as a draft.

    `for_fax` leaves the tones of the figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    record = sealed.record
    frame = Frame(page_words(sealed, (_addressee(record),), say.PHYSICIAN_FOOT), paper)
    subject = say.PHYSICIAN_SUBJECT.format(number=record.visit.number, day=day(record.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.PHYSICIAN_TITLE)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        return [
            *_opening(sealed, pages),
            findings(record, atlas, shaded=not for_fax, pointer=see(sealed.addenda, NotePart.FINDINGS)),
            _cautions(sealed),
            _response(sealed),
            _plan(sealed),
            _closing(sealed),
            *addendum_blocks(sealed.addenda),
        ]

    return render(compose, frame, words)


def _addressee(record: VisitRecord) -> str:
    if record.referral is None:
        return ""
    physician = record.referral.physician
    template = say.TO_PHYSICIAN_FAX if physician.fax else say.TO_PHYSICIAN
    return template.format(name=physician.signature_name, fax=physician.fax)


def _opening(sealed: Sealed, pages: Mapping[str, int]) -> list[Block]:
    record = sealed.record
    practice = record.practice
    sender: list[Rich] = [bold(record.therapist.signature_name), value(practice.name)]
    if practice.phone:
        sender.append(value(say.PHONE.format(number=practice.phone)))
    blocks: list[Block] = [
        TitleBlock(say.PHYSICIAN_TITLE, _below_title(sealed, pages), sender, _SENDER),
        *_diagnoses(sealed),
        _headline(record),
        Gap(8),
        _strip(sealed),
    ]
    notes = []
    baseline = record.baseline
    if baseline is not None and baseline.service_date != record.visit.service_date:
        first, today = day(baseline.service_date), day(record.visit.service_date)
        notes.append(say.BASELINE_LINE.format(first=first, today=today))
    notes.append(judged_words(record, until=_room_for_scores(record)))
    if said := " ".join(filter(None, notes)):
        blocks.append(Text(value(said), NOTE, above=2))
    return blocks


def _below_title(sealed: Sealed, pages: Mapping[str, int]) -> Rich:
    record, use = sealed.record, sealed.record.referral_use
    if use is not None and use.allowed is not None:
        first: list[Rich] = [say.VISIT_OF_ORDER.format(number=use.number, allowed=use.allowed)]
    else:
        first = [say.VISIT_OF_CASE.format(number=record.visit.number)]
    if record.referral is not None:
        ordered, end = record.referral.ordered_on, record.referral.expires_on
        template = say.YOUR_ORDER_ENDS if end else say.YOUR_ORDER
        first.append(template.format(day=day(ordered), end=day_near(end, ordered) if end else ""))
    state, *addenda = signed_state(sealed, pages)
    return joined([joined([*first, state], " · "), *addenda], "\n")


def _diagnoses(sealed: Sealed) -> list[Block]:
    given = sealed.record.case.diagnoses
    named: list[Rich] = [value(f"{item.code} {short_title(item.title)}") for item in given]
    if pointer := see(sealed.addenda, NotePart.DIAGNOSES):
        named.append(pointer)
    return [Text(joined(named, " · "), SUBTITLE)] if named else []


def _headline(record: VisitRecord) -> Text:
    """Set the outcome at its one size: a long one takes another line, it never shrinks."""
    return Text(outcome(record), OUTCOME, above=8)


def _strip(sealed: Sealed) -> Strip:
    record, addenda = sealed.record, sealed.addenda
    note, baseline = record.visit.note, record.baseline
    of_pain, of_motion = see(addenda, NotePart.PAIN), see(addenda, NotePart.MOTION)
    cells = []
    if baseline is not None and baseline.pain_before is not None and note.pain_before is not None:
        since = say.STRIP_PAIN_SINCE.format(day=day_near(baseline.service_date, record.visit.service_date))
        cells.append(
            StripCell(pointed(since, of_pain), change(baseline.pain_before, note.pain_before), say.BASELINE_TODAY)
        )
    if note.pain_before is not None and note.pain_after is not None:
        cells.append(
            StripCell(
                pointed(say.STRIP_PAIN_TODAY, of_pain),
                change(note.pain_before, note.pain_after),
                say.BEFORE_AFTER_LONG,
            )
        )
    cells += score_cells(record)[: _room_for_scores(record)]
    for item in record.visit.measurements:
        if item.before is not None and item.after is not None and len(cells) < _STRIP_CELLS - 1:
            cells.append(StripCell(pointed(measure_name(item), of_motion), _span(item), _norm(item)))
    minutes = hands_on_seconds(record.segments) // 60
    treated = pointed(treatment_title(record.segments), see(addenda, NotePart.TREATMENT))
    cells.append(StripCell(treated, f"{minutes} min", day(record.visit.service_date)))
    return Strip(cells, size=17, height=45)


def _room_for_scores(record: VisitRecord) -> int:
    """Count the cells of the strip that pain and the hands-on time leave."""
    note, baseline = record.visit.note, record.baseline
    course = baseline is not None and baseline.pain_before is not None and note.pain_before is not None
    today = note.pain_before is not None and note.pain_after is not None
    return _STRIP_CELLS - 1 - course - today


def _span(item: Measurement) -> str:
    before, after = (number(v) if v is not None else "" for v in (item.before, item.after))
    unit = item.unit if item.unit in {"°", "%"} else f" {item.unit}" if item.unit else ""
    return change(f"{before}{unit if unit == '°' else ''}", f"{after}{unit}")


def _norm(item: Measurement) -> str:
    if item.norm is None:
        return say.BEFORE_AFTER_LONG
    return say.NORM_LINE.format(norm=f"{number(item.norm)}{item.unit}")


def _cautions(sealed: Sealed) -> Section:
    record = sealed.record
    parts: list[Rich] = []
    if record.visit.note.response is Response.ADVERSE:
        parts.append(phrase(say.ADVERSE))
    parts += [red_words(item) for item in record.visit.observations if item.red]
    cautions = record.client.details.cautions
    parts += [
        f"{say.CAUTION_WORDS.format(text=caution.text, level=say.CAUTION_LEVELS[caution.level])}."
        for caution in cautions
    ]
    places = not_worked(record.visit.marks)
    if places:
        parts.append(phrase(say.NOT_WORKED, places=", ".join(places)))
    if not parts and not record.visit.screening.decisions:
        parts.append(say.NO_RED_FLAGS)
    check = record.visit.screening.check
    told = health_words(record) if check is not None and check.changed else decided_words(record)
    words = joined([*parts, *told], " ")
    pointer = see(sealed.addenda, NotePart.HEALTH, NotePart.TESTS)
    return Section(say.RED_FLAGS, (Text(words, BODY),), carried=CONTINUED, see=pointer, above=4)


def _response(sealed: Sealed) -> Section:
    record = sealed.record
    note = record.visit.note
    minutes = hands_on_seconds(record.segments) // 60
    names = list(dict.fromkeys(s.technique.name for s in record.segments if s.technique.hands_on))
    parts: list[Rich] = []
    if names:
        listed = ", ".join(map(technique_words, names))
        template = say.TREATED if is_all_by_hand(record.segments) else say.TREATED_ALSO
        parts.append(phrase(template, minutes=plural(minutes, "minute", "minutes"), techniques=listed))
    else:
        parts.append(say.NO_TREATMENT)
    if note.response is not None:
        parts.append(say.RESPONSES_FULL[note.response])
    if note.pain_before is not None and note.pain_after is not None:
        parts.append(say.PAIN_NOW.format(change=change(note.pain_before, note.pain_after)))
    own = [text for text in written(record, NoteSection.ASSESSMENT) if not _stands_above(text)]
    blocks: list[Block] = [Text(joined([*_since_last(record), *parts], " "), BODY)]
    if scores := score_words(record, after=_room_for_scores(record)):
        blocks.append(Text(scores, BODY, above=3))
    blocks += [Text(line, BODY, above=3) for text in own for line in text.text.splitlines() if line.strip()]
    pointer = see(sealed.addenda, *_OF_RESPONSE)
    return Section(say.RESPONSE_TREATMENT, blocks, carried=CONTINUED, see=pointer, above=4)


def _since_last(record: VisitRecord) -> list[Rich]:
    """Give what was asked about the time since the last visit; the client's story is not for this page."""
    told = written(record, NoteSection.SUBJECTIVE)
    return [value(each.text.strip()) for each in told if each.source in SINCE_LAST]


def _stands_above(text: Paragraph) -> bool:
    """Tell whether the strip, the findings or the line of scores says it already, in fewer words.

    A sentence that the therapist has put into own words says more than the numbers, so it is always set.
    """
    summed_up = text.source in {"outcome", "changes"} or text.source.startswith("course:")
    return text.origin is Origin.GENERATED and summed_up


def _plan(sealed: Sealed) -> Section:
    record = sealed.record
    blocks = paragraphs(record, NoteSection.PLAN)
    if record.case.home_care.strip() and not record.visit.note.home_care:
        home = "; ".join(line.rstrip(".") for line in home_items(record.case))
        blocks.append(Text(phrase(say.HOME, text=home), BODY, above=3))
    pointer = see(sealed.addenda, NotePart.PLAN)
    return Section(say.PLAN, blocks or (Text(say.NO_PLAN, BODY),), carried=CONTINUED, see=pointer, above=4)


def _closing(sealed: Sealed) -> Block:
    """Set the numbered request and the signature, never apart."""
    wanted = request(sealed.record.referral, sealed.record.referral_use)
    asked = [phrase(words) for words in (wanted.numbered if wanted else "", say.ASK_CHANGE, say.ASK_TELL) if words]
    items = Items([(str(i), words) for i, words in enumerate(asked, 1)], 17, BODY)
    box = Framed((Text(say.ASK, HEAD), items))
    return Keep((box, Signature(sealed, digest=False, above=6)), above=6)
