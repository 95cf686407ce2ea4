"""How long a reply takes from a warm index, on the frozen cases."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.build import Live
from assistant.settings import AssistantSettings
from eval import answers, cases
from eval.summary import latency
from knowledge.settings import KnowledgeSettings


def measure() -> Iterator[tuple[str, str]]:
    """Yield the median and the 95th percentile of a second pass over all cases."""
    assistant = Live(AssistantSettings(), KnowledgeSettings()).assistant
    loaded = cases.load()
    list(answers.run(assistant, loaded[:20]))
    # Other wordings than those warmed up with: a cache of the same question would flatter.
    median, high = latency(list(answers.run(assistant, loaded[20:])))
    yield "reply, median", f"{median * 1000:.0f} ms"
    yield "reply, 95th percentile", f"{high * 1000:.0f} ms"
