"""Names as they are shown, and as keys: what makes a key and what checks it takes it from here."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

NOT_NAME: Final = re.compile(r"[^\w]+")
POSSESSIVE: Final = re.compile(r"['’]s$")  # noqa: RUF001 - as texts write it
INVISIBLE: Final = frozenset({"Cc", "Cf"})
"""Unicode categories of control and format characters: soft hyphens, marks of direction."""


def shown_name(name: str) -> str:
    r"""Return a name as it is shown: single spaces, nothing invisible, nothing that steers.

    >>> shown_name("Jo\u00adseph\n Kony")
    'Joseph Kony'
    """
    spaced = " ".join(name.split())
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in INVISIBLE)


@lru_cache(maxsize=65_536)
def normalise_name(name: str) -> str:
    """Return the key of a name that no seed knows: folded case, no accents, single hyphens.

    >>> normalise_name("Jürgen  Stock")
    'jurgen-stock'
    """
    folded = unicodedata.normalize("NFKD", POSSESSIVE.sub("", shown_name(name))).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return NOT_NAME.sub("-", plain).strip("-") or "unnamed"
