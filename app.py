"""The web app and API: `python app.py [--host H] [--port P]`. Nobody imports this file."""

from __future__ import annotations

import argparse
import logging
import socket
import sys

from pydantic import ValidationError

from knowledge.errors import GuidanceError


def main() -> int:
    """Serve until stopped; 2 where the index, the records or the settings cannot be used."""
    parser = argparse.ArgumentParser(description="Serve the pages, the chat and the API.")
    parser.add_argument("--host", help="address to listen on (SUIDAO_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on (SUIDAO_PORT)")
    options = parser.parse_args()
    try:
        return _serve(options.host, options.port)
    except GuidanceError as fault:
        print(fault, file=sys.stderr)  # noqa: T201
    except ValidationError as fault:
        for error in fault.errors():
            name = "_".join(("SUIDAO", *map(str, error["loc"]))).upper()
            print(f"{name}: {error['msg']}", file=sys.stderr)  # noqa: T201
    return 2


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as fault:
        reason = (fault.strerror or type(fault).__name__).lower()
        raise GuidanceError(
            f"{host}:{port} cannot be listened on ({reason}): choose another with --port"
        ) from fault


def _serve(host: str | None, port: int | None) -> int:
    import uvicorn

    from assistant import records
    from assistant.build import Live
    from assistant.settings import AssistantSettings
    from assistant.web.site import create_app
    from knowledge.settings import KnowledgeSettings

    settings, knowledge = AssistantSettings(), KnowledgeSettings()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("suidao").setLevel(settings.log_level.upper())
    live = Live(settings, knowledge)
    # Before anybody comes: an index that does not fit is said here, and the first reply is quick.
    live.assistant.search.read(next(iter(live.index.catalogue.terms), "12345")).hits(1)
    app = create_app(live, records.build(settings.records_url, knowledge.data), settings, knowledge)
    host = host or settings.host
    listening = _listen(host, settings.port if port is None else port)
    shown = f"[{host}]" if ":" in host else host
    print(f"http://{shown}:{listening.getsockname()[1]}", flush=True)  # noqa: T201
    config = uvicorn.Config(app, log_level="warning", ws="none")
    uvicorn.Server(config).run(sockets=[listening])
    return 0


if __name__ == "__main__":
    sys.exit(main())
