"""The templates of drafts in one language, loaded once."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import asdict

from chalicelib.drafts.draft_facts import DraftFacts
from chalicelib.drafts.environment import environment
from chalicelib.drafts.language import Language
from chalicelib.drafts.russian_names import given_name_and_patronymic, patronymic_gender
from chalicelib.drafts.typography import firm, guillemets, typeset
from chalicelib.drafts.wording import paragraphs, quoted


class DraftTemplates:
    """The plain-text templates in the folder of a language."""

    def __init__(self, folder: Path, language: Language) -> None:
        self.templates = environment(folder, language)
        self.templates.filters |= {
            "called": given_name_and_patronymic,
            "patronymic": patronymic_gender,
            "quoted": quoted,
            "guillemets": guillemets,
            "firm": firm,
        }
        self._is_russian = language.code == "ru"

    def render(self, name: str, facts: DraftFacts) -> str:
        """The filled-in template, its lines not yet joined. Raises Jinja's UndefinedError for an unknown fact."""
        return self.templates.get_template(name).render(asdict(facts))

    def paragraphs(self, name: str, facts: DraftFacts) -> str:
        """The filled-in template as finished paragraphs."""
        return self.finished(paragraphs(self.render(name, facts)))

    def finished(self, text: str) -> str:
        """A text of this language, whose lines are joined, with the language's typography."""
        return typeset(text) if self._is_russian else text
