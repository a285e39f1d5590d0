"""Where names are looked for, and quoted from: the text, the subject, and what the sender is called."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.capture.found import Mailbox
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.known_words import LEGAL_FORMS
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.signature import Signature, signature_of
from chalicelib.drafts.word_lists import words
from chalicelib.playbook.owner import Owner

_ROBOT = bounded_pattern(
    r"(?i)^(?:.*[._+-])?(?:no-?reply|do-?not-?reply|donotreply|noreply\w*|mailer-daemon|postmaster"
    r"|notifications?|notify|alerts?|robot|bot|system|automat\w*|mailer|bounces?|news(?:letter)?|calendar-\w+"
    r"|invitations?|digest|updates?)(?:[._+-].*)?@|@(?:.*\.)?group\.calendar\.|@(?:.*\.)?resource\.calendar\."
)
_LEGAL_FORM = bounded_pattern(rf"\b{LEGAL_FORMS}$")
_REPLY = bounded_pattern(r"(?i)^\s*(?:re|aw|antw|ответ|sv)(?:\[\d+\])?\s*:")
_FORWARD = bounded_pattern(r"(?i)^\s*(?:(?:re|aw|antw|sv|fwd?|wg|tr|пересл\w*|ответ)(?:\[\d+\])?\s*:\s*)+")
_MACHINE_LABELS = words(
    "mail email smtp us eu em mg send mailer notify notifications reply cloud crm hr jobs www app go"
)
_SHORTEST_TOLD, _SHORTEST_PART = 3, 5  # letters of a name, or of a part of it, that tell a firm


class Sources(Struct, frozen=True):
    """All that names can be read from.

    - ``subject``: without "Re:" and "Fwd:"; ``is_answer``: it had "Re:"
    - ``signature``: what the end of the text tells of the writer
    """

    passage: Passage
    subject: str
    is_answer: bool
    sender: Mailbox | None
    signature: Signature | None
    owner: Owner

    @property
    def has_robot_sender(self) -> bool:
        """Whether the mail came from an address at which nobody reads answers."""
        return self.sender is not None and is_robot(self.sender.address)

    def domain_words(self) -> str:
        """The name of the sender's domain, letters only: "lindqvistpaper"; empty for a mail without a sender."""
        if self.sender is None:
            return ""
        labels = self.sender.address.lower().rpartition("@")[2].split(".")[:-1]
        names = [label for label in labels if label not in _MACHINE_LABELS]
        return letters_of(names[-1] if names else "")

    def is_owner(self, name: str) -> bool:
        """Whether a name is the owner's, or a part of it."""
        theirs = {word.lower() for word in name.split()}
        return bool(theirs) and theirs <= {word.lower() for word in self.owner.name.split()}


def sources_of(passage: Passage, subject: str, sender: Mailbox | None, owner: Owner) -> Sources:
    """What names are read from."""
    bare = " ".join(_FORWARD.sub("", subject[:500]).split())
    signature = signature_of(passage, owner.name)
    return Sources(passage, bare, _REPLY.match(subject) is not None, sender, signature, owner)


def is_robot(address: str) -> bool:
    """Whether nobody reads what is sent to this address."""
    return _ROBOT.search(address) is not None


def letters_of(text: str) -> str:
    """The letters and digits of a name in lower case, by which two writings of it are compared."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def is_of_domain(name: str, domain: str) -> bool:
    """Whether a firm's name is that of a domain, or has it in it: "Lindqvist Paper" and "lindqvistpaper"."""
    key = letters_of(_LEGAL_FORM.sub("", name).replace("&", ""))
    if len(key) < _SHORTEST_TOLD or not domain:
        return False
    return key == domain or (min(len(key), len(domain)) >= _SHORTEST_PART and (domain in key or key in domain))
