"""Everything a user, or the world, can do to a session, one frozen value each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jwtdesk.model.edits_of_desk import (
    CaretMoved,
    Cleared,
    ClockSet,
    ClockTicked,
    DeskEdit,
    Look,
    NoticeSeen,
    RulesEdited,
)
from jwtdesk.model.edits_of_keyring import (
    FetchStopped,
    FetchWanted,
    FittingKeyChosen,
    KeyChosen,
    KeyDropped,
    KeyKept,
    KeyReplaced,
    KeyringEdit,
    KeyUnwanted,
    WordsGiven,
    WordsUnwanted,
)
from jwtdesk.model.edits_of_keys import (
    KeyEdit,
    KeyEdited,
    KeyWanted,
    LookedHarder,
    Mended,
    SigningKeyEdited,
    StoppedLooking,
)
from jwtdesk.model.edits_of_kinds import (
    CertificateChosen,
    Concealed,
    Converted,
    DetachedGiven,
    EntryChosen,
    KindEdit,
    NodeChosen,
    PatienceShown,
    PayloadParted,
    Presented,
    Revealed,
    SegmentEdited,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
)
from jwtdesk.model.edits_of_texts import (
    AlgorithmPicked,
    ClaimSet,
    CompactSwitched,
    Formatted,
    FormChosen,
    HeaderEdited,
    PayloadEdited,
    Redone,
    Resigned,
    ReturnedToOriginal,
    SampleChosen,
    Slot,
    TextEdit,
    TokenEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.questions import Question

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer

__all__ = [
    "AlgorithmPicked",
    "Answered",
    "CaretMoved",
    "CertificateChosen",
    "Change",
    "ClaimSet",
    "Cleared",
    "ClockSet",
    "ClockTicked",
    "CompactSwitched",
    "Concealed",
    "Converted",
    "DeskEdit",
    "DetachedGiven",
    "Edit",
    "EntryChosen",
    "FetchStopped",
    "FetchWanted",
    "FittingKeyChosen",
    "FormChosen",
    "Formatted",
    "HeaderEdited",
    "KeyChosen",
    "KeyDropped",
    "KeyEdit",
    "KeyEdited",
    "KeyKept",
    "KeyReplaced",
    "KeyUnwanted",
    "KeyWanted",
    "KeyringEdit",
    "KindEdit",
    "Look",
    "LookedHarder",
    "Mended",
    "NodeChosen",
    "NoticeSeen",
    "PatienceShown",
    "PayloadEdited",
    "PayloadParted",
    "Presented",
    "Redone",
    "Resigned",
    "ReturnedToOriginal",
    "Revealed",
    "RulesEdited",
    "SampleChosen",
    "SegmentEdited",
    "Serialisation",
    "SignatureAdded",
    "SignatureRemoved",
    "SigningKeyEdited",
    "Slot",
    "StoppedLooking",
    "TextEdit",
    "TokenEdited",
    "TokenPasted",
    "Undone",
    "WordsGiven",
    "WordsUnwanted",
]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to `question` arrived; it counts only while the session still asks."""

    question: Question
    answer: "Answer"


Change = TextEdit | KeyEdit | KindEdit | KeyringEdit | DeskEdit | Answered
"""An edit after which conclusions are drawn anew."""
Edit = Change | Look
