"""How a therapist writes: the wording of generated sentences, and phrases, shipped and own."""

from __future__ import annotations

import json
from pathlib import Path

from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.notes.phrase import Phrase, PhraseId, phrase_problems
from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.services.desk import Desk
from therapist_desk.services.resources import whole


def load_phrases(resources: Path) -> tuple[Phrase, ...]:
    """Read the phrases that come with the program.

    Raises:
        ResourceDamagedError: the file cannot be used.
    """
    path = resources / "phrases.json"
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Phrase(
                id=PhraseId(f"shipped:{item['abbreviation']}"),
                abbreviation=str(item["abbreviation"]),
                text=str(item["text"]),
                sections=tuple(Section(letter) for letter in item["sections"]),
                own=False,
            )
            for item in content["phrases"]
        )


def own_phrases(desk: Desk) -> tuple[Phrase, ...]:
    """Read the phrases of the therapist at the desk."""
    with desk.store.reading() as charts:
        return charts.writing.phrases(desk.therapist_id)


def save_phrase(desk: Desk, phrase: Phrase) -> Phrase:
    """Keep a new or changed phrase of the therapist at the desk.

    Raises:
        InvalidError: its letters or its text cannot be used.
    """
    with desk.store.writing() as charts:
        problems = phrase_problems(phrase, charts.writing.phrases(desk.therapist_id))
        if problems:
            raise InvalidError(problems)
        charts.writing.put_phrase(desk.therapist_id, phrase)
    return phrase


def remove_phrase(desk: Desk, phrase_id: PhraseId) -> None:
    """Remove a phrase.

    Raises:
        NotFoundError: there is none of this id.
    """
    with desk.store.writing() as charts:
        charts.writing.drop_phrase(phrase_id)


def read_wording(desk: Desk) -> Wording:
    """Read in which wording the therapist's generated sentences speak."""
    with desk.store.reading() as charts:
        return charts.writing.wording(desk.therapist_id)


def set_wording(desk: Desk, wording: Wording) -> Wording:
    """Choose the wording of generated sentences; what is signed stays as it was."""
    with desk.store.writing() as charts:
        charts.writing.set_wording(desk.therapist_id, wording)
    return wording
