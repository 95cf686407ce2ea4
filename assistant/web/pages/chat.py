"""The chat: Gradio Blocks at the root, in the frame of every other page."""

from __future__ import annotations

import os

from fastapi import FastAPI

from assistant.web.context import Site
from assistant.web.pages.dressing import Dressing
from assistant.web.pages.look import STATIC


def mount(app: FastAPI, site: Site) -> FastAPI:
    """Put the chat at the root of the application, under every route that is already there.

    Returns Gradio's own application: what is under no route is answered there.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read once, on import
    import gradio as gr

    from assistant.web.pages import blocks

    gr.mount_gradio_app(
        app,
        blocks.build(site),
        path="/",
        theme=blocks.theme(),
        footer_links=[],
        favicon_path=str(STATIC / "mark.svg"),
        show_error=False,
        ssr_mode=False,
        run_history=False,  # it would keep what was asked
        enable_monitoring=False,
        max_file_size=0,
    )
    app.add_middleware(Dressing, site=site)
    chat = app.routes[-1].app  # type: ignore[attr-defined]  # a mount, the last that was added
    assert isinstance(chat, FastAPI)
    return chat
