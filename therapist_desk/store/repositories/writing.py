"""How each therapist writes."""

from __future__ import annotations

from sqlalchemy import select

from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.notes.phrase import Phrase, PhraseId
from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.writing import KnownWordRow, PhraseRow, WritingHabitsRow


class Writing(Repository):
    """Wording, phrases and known words, of one therapist each."""

    def wording(self, therapist_id: TherapistId) -> Wording:
        """Give the wording of generated sentences; full words where nothing is set."""
        row = self._session.get(WritingHabitsRow, therapist_id)
        return Wording.FULL if row is None else row.wording

    def set_wording(self, therapist_id: TherapistId, wording: Wording) -> None:
        """Choose the wording."""
        self._session.merge(WritingHabitsRow(therapist_id=therapist_id, wording=wording))
        self._session.flush()

    def phrases(self, therapist_id: TherapistId) -> tuple[Phrase, ...]:
        """Give a therapist's own phrases by their letters."""
        query = (
            select(PhraseRow)
            .where(PhraseRow.therapist_id == therapist_id)
            .order_by(PhraseRow.abbreviation, PhraseRow.id)
        )
        return tuple(
            Phrase(
                id=PhraseId(row.id),
                abbreviation=row.abbreviation,
                text=row.text,
                sections=tuple(Section(letter) for letter in row.sections),
            )
            for row in self._session.scalars(query)
        )

    def put_phrase(self, therapist_id: TherapistId, phrase: Phrase) -> None:
        """Add a phrase, or change it."""
        row = PhraseRow(
            id=phrase.id,
            therapist_id=therapist_id,
            abbreviation=phrase.abbreviation,
            text=phrase.text,
            sections="".join(phrase.sections),
        )
        self._session.merge(row)
        self._session.flush()

    def drop_phrase(self, phrase_id: PhraseId) -> None:
        """Remove a phrase.

        Raises:
            NotFoundError: there is none of this id.
        """
        self._session.delete(self._row(PhraseRow, phrase_id, "phrase"))
        self._session.flush()

    def known_words(self, therapist_id: TherapistId) -> frozenset[str]:
        """Give the words that a therapist says are spelled right."""
        query = select(KnownWordRow.word).where(KnownWordRow.therapist_id == therapist_id)
        return frozenset(self._session.scalars(query))

    def add_known_word(self, therapist_id: TherapistId, word: str) -> None:
        """Take a word as spelled right from now on."""
        self._session.merge(KnownWordRow(therapist_id=therapist_id, word=word))
        self._session.flush()

    def drop_known_word(self, therapist_id: TherapistId, word: str) -> None:
        """Forget a word; nothing happens where it is not known."""
        row = self._session.get(KnownWordRow, (therapist_id, word))
        if row is not None:
            self._session.delete(row)
            self._session.flush()
