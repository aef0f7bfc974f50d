"""Sets tallybook up in ``.venv`` and runs it; needs only git and Python 3.11, 3.12 or 3.13.

    python3 bootstrap.py run [OPTIONS]    set up, then the main job on the sample corpus
    python3 bootstrap.py test [OPTIONS]   set up, then lint, types and all tests
    python3 bootstrap.py dashboard [...]  set up, then the published warehouse in the browser
    python3 bootstrap.py setup            set up only

The first call installs hash-pinned requirements; later calls need no network. The syntax is that
of old Pythons on purpose, so that a wrong version gets a sentence and not a syntax error.
"""

import hashlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "tallybook-setup")
VERSIONS = ((3, 11), (3, 12), (3, 13))
REQUIREMENTS = {
    "run": "requirements.txt",
    "dashboard": "requirements-dashboard.txt",
    "test": "requirements-dev.txt",
}
TELEMETRY_OFF = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "GX_ANALYTICS_ENABLED": "false",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def say(sentence):
    """Print a sentence on standard error."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def check_python():
    """Stop with one sentence on a Python that tallybook does not run on."""
    if sys.version_info[:2] not in VERSIONS:
        found = "%d.%d" % sys.version_info[:2]
        say(
            "tallybook needs Python 3.11, 3.12 or 3.13, but this is Python "
            + found
            + "; start bootstrap.py with one of them, for example: python3.12 bootstrap.py run"
        )
        raise SystemExit(3)


def venv_program(name):
    """Return the path of a program of the virtual environment."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return os.path.join(VENV, folder, name)


def place_stamp():
    """Return what names this Python and this folder; an environment of another one is useless."""
    return "at-" + hashlib.sha256((sys.version + HERE).encode()).hexdigest()


def wanted_stamp(requirements):
    """Return what a complete environment's stamp says about one requirements file."""
    digest = hashlib.sha256()
    for name in (requirements, "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as source:
            digest.update(source.read())
    return digest.hexdigest()


def stamps():
    """Return the stamps of what is installed: one line per requirements file."""
    if not os.path.exists(STAMP):
        return set()
    with open(STAMP) as stamp:
        found = set(stamp.read().split())
    return found if place_stamp() in found else set()


def run(arguments, failure):
    """Run a program of the environment; stop with a sentence when it fails."""
    environment = dict(os.environ, **TELEMETRY_OFF)
    try:
        code = subprocess.call(arguments, env=environment, cwd=HERE)
    except OSError as error:
        code = "%s" % error
    if code:
        say("%s (%s)" % (failure, code))
        raise SystemExit(3)


def set_up(goal):
    """Create the environment and install the pinned requirements, unless that is done."""
    requirements = REQUIREMENTS[goal]
    stamp, installed = wanted_stamp(requirements), stamps()
    if stamp in installed:
        return
    say("Setting up .venv (once; one to three minutes) ...")
    if not installed:
        run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "Python could not create a virtual environment; on Debian install python3-venv",
        )
    pip = [venv_program("python"), "-m", "pip", "install", "--quiet"]
    # The file names every package, so nothing is left to resolve; pip's resolver would look for
    # newer versions of what is named with an extra.
    run(
        pip + ["--no-deps", "--require-hashes", "-r", requirements],
        "pip could not install " + requirements + "; check the network and try again",
    )
    run(
        pip + ["--no-deps", "--no-build-isolation", "-e", "."],
        "pip could not install tallybook itself from this folder",
    )
    with open(STAMP, "w") as written:
        written.write("\n".join(sorted(installed | {place_stamp(), stamp})))


def start(arguments):
    """Run a program of the environment and return its exit code."""
    environment = dict(os.environ, **TELEMETRY_OFF)
    return subprocess.call(arguments, env=environment, cwd=HERE)


def run_tests(options):
    """Run lint, types and tests; the last line printed is the test runner's."""
    checks = (
        [venv_program("ruff"), "check", "."],
        [venv_program("ruff"), "format", "--check", "."],
        [venv_program("mypy")],
    )
    for check in checks if not options else ():
        code = start(check)
        if code:
            return code
    # Tests of one file stay together: they share what is costly to build.
    shared = ["--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    shared += ["--max-worker-restart", "1"]
    return start([venv_program("python"), "-m", "pytest"] + (options or shared))


def main(arguments):
    """Run one of the commands and return its exit code."""
    goal, options = (arguments[0] if arguments else ""), arguments[1:]
    if goal not in {"run", "test", "dashboard", "setup"}:
        say(__doc__.strip())
        return 2
    check_python()
    set_up(goal if goal in REQUIREMENTS else "run")
    if goal == "run":
        default = [os.path.join("seeds", "corpus")]
        return start([venv_program("tallybook"), "run"] + (options or default))
    if goal == "dashboard":
        return start([venv_program("tallybook"), "dashboard"] + options)
    return run_tests(options) if goal == "test" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
