"""What a pipeline costs: words a second on one core, seconds to load, peak memory.

Measured in a fresh process, so that nothing loaded before helps or weighs:
``python -m evaluation.scores.speed MODEL`` prints one JSON object.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from evaluation.sets import SETS, read_set
from tasks.nlp.pipeline import load_model
from warehouse.errors import EnvironmentFault

WORDS: Final = 20_000
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
BYTES_A_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""Unit of ``ru_maxrss``: bytes on macOS, else KiB."""
MEBIBYTE: Final = 1 << 20


def measure_speed(model: str) -> dict[str, Any]:
    """Return the speed of a model, measured in a process of its own.

    Raises:
        EnvironmentFault: If that process fails.
    """
    command = [sys.executable, "-m", __name__, model]
    result = subprocess.run(  # noqa: S603 - our own module
        command, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False
    )
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["no message"])[-1]
        msg = f"the speed of {model!r} cannot be measured ({reason}); leave --speed out"
        raise EnvironmentFault(msg)
    measured: dict[str, Any] = json.loads(result.stdout)
    return measured


def measure_here(model: str) -> dict[str, Any]:
    """Return the speed of a model in this process: one core, our own dev stories as texts.

    A word is a token that is no white space. Words are counted per second of processor time, which
    other work on the machine does not take away; loading is timed by the clock.
    """
    pin_to_one_core()
    started = time.perf_counter()
    nlp = load_model(model)
    loaded = time.perf_counter()
    texts = [text.text for text in read_set(SETS[0], Path())]
    nlp(texts[0])
    begun = time.process_time()
    words = characters = 0
    while words < WORDS:
        for doc in nlp.pipe(texts):
            words += sum(not token.is_space for token in doc)
            characters += len(doc.text)
    seconds = time.process_time() - begun
    return {
        "words_per_second": round(words / seconds),
        "characters_per_second": round(characters / seconds),
        "load_seconds": round(loaded - started, 2),
        "peak_memory_mib": peak_memory_mib(),
    }


def pin_to_one_core() -> None:
    """Keep this process on one core where the system can do that."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_memory_mib() -> int | None:
    """Return the most memory that this process has held, None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak * BYTES_A_UNIT / MEBIBYTE)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure_here(sys.argv[1])))
