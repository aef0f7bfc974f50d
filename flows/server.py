"""A Prefect server in a process of its own, on a socket that the starting process has bound.

Started as a script by ``flows.engine``; it imports nothing of ours. It ends when its standard input
closes, so it never outlives the process that started it, even one that was killed.
"""

import os
import socket
import sys
import threading


def end_with_parent() -> None:
    """Leave as soon as the other end of standard input is gone."""
    # The bare descriptor: a buffered reader would hold a lock that the interpreter's end needs.
    while os.read(0, 1024):
        pass
    os._exit(0)


def serve(file_descriptor: int) -> None:
    """Serve the Prefect API on an inherited socket until the parent ends.

    Args:
        file_descriptor: Bound and listening TCP socket of the parent.
    """
    threading.Thread(target=end_with_parent, daemon=True).start()
    import uvicorn  # noqa: PLC0415 - the watch on the parent must stand first

    config = uvicorn.Config(
        "prefect.server.api.server:create_app",
        factory=True,
        log_level="error",
        lifespan="on",
        timeout_graceful_shutdown=1,
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=file_descriptor)])


if __name__ == "__main__":
    serve(int(sys.argv[1]))
