"""What can go wrong with a chart store, each with what to do next."""

from __future__ import annotations

from therapist_desk.domain.errors import ExpectedError


class StoreError(ExpectedError):
    """The chart store can't do what was asked; what was saved before is untouched."""

    code = "store"
    sentence = "The chart store could not be used."


class StoreMissingError(StoreError):
    """The folder, or the charts file in it, is not there."""

    code = "store_missing"
    sentence = "There is no chart store in {folder}. Connect the drive it is on, or choose the folder that holds it."


class StoreExistsError(StoreError):
    """A new store was asked for where one already is."""

    code = "store_exists"
    sentence = "There is already a chart store in {folder}. Open it, or choose an empty folder for a new one."


class StoreFolderError(StoreError):
    """The path can't be a store folder: a file stands there, or the system refuses it."""

    code = "store_folder"
    sentence = "{folder} can't be used as a folder for charts. Choose another folder."


class StoreReadOnlyError(StoreError):
    """Nothing can be written in the folder."""

    code = "store_read_only"
    sentence = (
        "Nothing can be written in the folder of the charts. Ask for the right to write in it, "
        "or move the charts to a folder of your own."
    )


class StoreFullError(StoreError):
    """The disk is full; the last change was not written, everything before it was."""

    code = "store_full"
    sentence = (
        "The disk is full, so the last change was not saved. Everything before it was. "
        "Make some room and repeat the change."
    )


class StoreInUseError(StoreError):
    """Another running copy of the program holds the store."""

    code = "store_in_use"
    sentence = "These charts are already open in another window. Go on there, or close it first."


class StoreBusyError(StoreError):
    """A write waited too long for another one; nothing was changed."""

    code = "store_busy"
    sentence = "The charts were busy and the change was not saved. Please repeat it."


class StoreNewerError(StoreError):
    """The file was written by a later version of the program."""

    code = "store_newer"
    sentence = "These charts were last used by a newer version of Therapist Desk. Install that version to open them."


class StoreCorruptError(StoreError):
    """Pages of the file are damaged."""

    code = "store_corrupt"
    sentence = (
        "The charts file is damaged. Nothing was changed in it. Restore the latest backup, "
        "and keep the damaged file until its visits are compared."
    )


class StoreKeyError(StoreError):
    """The key file opened, but its key doesn't open the charts file."""

    code = "store_key"
    sentence = (
        "The charts file does not fit its key file, or its beginning is damaged. "
        "Put back the keyslots.json that belongs to it, or restore the latest backup."
    )


class StoreNotEncryptedError(StoreError):
    """The file is a plain database: never written by this program, and never read by it."""

    code = "store_not_encrypted"
    sentence = "The charts file is not encrypted, so it is not opened. Restore the latest backup."


class StoreUnreliableError(StoreError):
    """The disk reported an error while reading or writing."""

    code = "store_unreliable"
    sentence = "The disk reported an error, and the last change was not saved. Make a backup and check the disk."


class EngineTooOldError(StoreError):
    """The SQLite inside the installed package has a known defect."""

    code = "engine_too_old"
    sentence = "The database part is too old ({found}); at least {wanted} is needed. Install Therapist Desk again."


class ChainBrokenError(StoreError):
    """The signed record last anchored beside the key file is not in the charts file as it was."""

    code = "chain_broken"
    sentence = (
        "A signed visit that was in these charts is missing or different. "
        "The charts file may have been replaced by an older copy; restore the latest backup."
    )


class WrongPassphraseError(StoreError):
    """The passphrase opens nothing."""

    code = "wrong_passphrase"
    sentence = "This passphrase is not right. Check the keyboard layout and Caps Lock, and try again."


class WrongRecoveryCodeError(StoreError):
    """A well-formed recovery code that opens nothing."""

    code = "wrong_recovery_code"
    sentence = "This recovery code does not belong to these charts, or a newer one has replaced it."


class RecoveryCodeTypoError(StoreError):
    """A recovery code in which one group can't be right as typed."""

    code = "recovery_code_typo"
    sentence = "Group {group} of the recovery code is mistyped. Compare it with the paper."


class RecoveryCodeLengthError(StoreError):
    """A recovery code with characters missing or too many."""

    code = "recovery_code_length"
    sentence = "The recovery code has 8 groups of 4 characters; {found} characters of 32 were typed."


class KeyFileMissingError(StoreError):
    """Neither the key file nor its copy is there."""

    code = "key_file_missing"
    sentence = "The key file of these charts is missing in {folder}. Put back keyslots.json from a backup."


class KeyFileMendedError(StoreError):
    """The key file was damaged or gone; its copy was used and put in its place."""

    code = "key_file_mended"
    sentence = (
        "The key file of these charts was damaged and has been put back from its copy. Nothing is lost. "
        "If this happens again, check the disk."
    )


class KeyFileDamagedError(StoreError):
    """Both the key file and its copy are damaged, or were changed by something else."""

    code = "key_file_damaged"
    sentence = "The key file of these charts is damaged, and so is its copy. Put back keyslots.json from a backup."


class KeyFileChangedError(KeyFileDamagedError):
    """The key file is whole, but was not written by a holder of the master key."""

    code = "key_file_changed"
    sentence = "The key file of these charts was changed by something else. Put back keyslots.json from a backup."


class KeyFileNewerError(StoreError):
    """The key file was written by a later version of the program."""

    code = "key_file_newer"
    sentence = "The key file was written by a newer version of Therapist Desk. Install that version to open it."


class NoSlotError(StoreError):
    """The therapist has no slot in the key file."""

    code = "no_slot"
    sentence = "This therapist can no longer unlock these charts. Ask a colleague who can."


class LastSlotError(StoreError):
    """Removing the slot would leave nobody who can unlock."""

    code = "last_slot"
    sentence = "This is the only person who can unlock these charts. Add another one first."
