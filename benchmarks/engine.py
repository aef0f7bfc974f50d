"""What the start of the engine costs: a trivial flow on Prefect's own server and on ours.

    .venv/bin/python benchmarks/engine.py [RUNS]

Both are started in turn as whole processes; the ratio is taken pair by pair.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOW = "from prefect import flow\n@flow\ndef nothing() -> None:\n    pass\n"
PREFECTS_OWN = FLOW + "nothing()\n"
OURS = (
    "from flows.cli.flow_call import flow_engine\n"
    "with flow_engine(verbose=False, warm_up=lambda: None):\n"
    + "".join(f"    {line}\n" for line in (FLOW + "nothing()").splitlines())
)


def seconds_of(program: str, home: str) -> float:
    """Return the wall-clock seconds of a program in a process of its own."""
    environment = {**os.environ, "PREFECT_HOME": home, "PREFECT_LOGGING_LEVEL": "ERROR"}
    environment["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "120"
    start = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own programs above
        [sys.executable, "-c", program], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn and print the medians and the median ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        cold = (seconds_of(PREFECTS_OWN, first), seconds_of(OURS, second))
        warm = [(seconds_of(PREFECTS_OWN, first), seconds_of(OURS, second)) for _ in range(runs)]
    prefects = statistics.median(pair[0] for pair in warm)
    ours = statistics.median(pair[1] for pair in warm)
    ratio = statistics.median(pair[1] / pair[0] for pair in warm)
    print(f"cold: Prefect's own server {cold[0]:.1f} s, ours {cold[1]:.1f} s")
    print(f"warm: Prefect's own server {prefects:.1f} s, ours {ours:.1f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
