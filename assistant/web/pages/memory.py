"""What a browser tab keeps of its conversation, so that a reload shows it again."""

from __future__ import annotations

from html import escape
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

_MOST = 40  # messages
_LONGEST = 12_000  # characters of one message


class Choice(BaseModel):
    """Something to tap: what it shows and what it asks."""

    label: str = Field(max_length=300)
    value: str = Field(max_length=300)


class Said(BaseModel):
    """One message as shown; `answer` is the id that a vote is kept under."""

    role: Literal["user", "assistant"]
    text: str
    answer: str | None = Field(None, max_length=64)
    choices: list[Choice] = Field(default=[], max_length=12)


class Memory(BaseModel):
    """The conversation of one tab. It comes back from the browser: nothing in it is trusted."""

    session: str | None = Field(None, max_length=64)
    said: list[Said] = []

    def with_question(self, text: str) -> Memory:
        """Return it with what the person wrote, shown as typed."""
        return self._with(Said(role="user", text=escape(text)))

    def with_reply(
        self, text: str, answer: str, session: str | None, choices: list[Choice]
    ) -> Memory:
        """Return it with a reply."""
        said = Said(role="assistant", text=text, answer=answer, choices=choices)
        return self._with(said).model_copy(update={"session": session})

    def _with(self, said: Said) -> Memory:
        # Only the last reply can be answered by a tap.
        before = [one.model_copy(update={"choices": []}) for one in self.said]
        return self.model_copy(update={"said": [*before, said][-_MOST:]})

    def shown(self) -> list[dict[str, Any]]:
        """Return the messages as the chat component takes them."""
        return [
            {
                "role": one.role,
                "content": one.text[:_LONGEST],
                "options": [choice.model_dump() for choice in one.choices],
            }
            for one in self.said[-_MOST:]
        ]


def recall(kept: object) -> Memory:
    """Return what a browser kept; an empty memory where that is nothing of ours."""
    try:
        return Memory.model_validate(kept)
    except ValidationError:
        return Memory()
