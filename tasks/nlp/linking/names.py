"""Words of names as they are compared, acronyms and legal forms among them."""

import re
from typing import Final

from tasks.nlp.word_lists import word_list
from warehouse.names import normalise_name

DOT_IN_WORD: Final = re.compile(r"(?<=\b\w)\.(?=\w\b|\w{1,2}\b|\W|$)|(?<=\b\w\.\w)\.")
ACRONYM: Final = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Z0-9&.\-]{0,8}s?")
MIN_INITIALS: Final = 2

Tokens = tuple[str, ...]


def name_tokens(name: str) -> Tokens:
    """Return the words of a name as they are compared.

    >>> name_tokens("Abu Bakr al-Baghdadi")
    ('abu', 'bakr', 'al', 'baghdadi')
    """
    return tuple(normalise_name(name).split("-"))


def body_tokens(name: str) -> Tokens:
    """Return the words of a body's name: dotted acronyms are one word, its legal form is left out.

    >>> body_tokens("Vandeloo Arms N.V."), body_tokens("U.N.")
    (('vandeloo', 'arms'), ('un',))
    """
    return without_legal_form(tuple(normalise_name(DOT_IN_WORD.sub("", name)).split("-")))


def without_legal_form(tokens: Tokens) -> Tokens:
    """Return the name of a company without its legal form at the end, unless nothing is left.

    >>> without_legal_form(("gazprom", "pjsc"))
    ('gazprom',)
    """
    end = len(tokens)
    while end > 1 and tokens[end - 1] in word_list("legal_form"):
        end -= 1
    return tokens[:end]


def is_acronym(name: str) -> bool:
    """Tell whether a name looks like an acronym: capitals and digits only.

    >>> is_acronym("FSB"), is_acronym("Fsb"), is_acronym("G7"), is_acronym("U.N.")
    (True, False, False, True)
    """
    return ACRONYM.fullmatch(name) is not None


def initials_of(name: str) -> set[str]:
    """Return the acronyms that the words of a name may form, with and without small words.

    >>> sorted(initials_of("Organisation for the Prohibition of Chemical Weapons"))
    ['oftpocw', 'opcw']
    """
    words = [word for word in re.split(r"[\s\-/]+", name) if word and word[0].isalpha()]
    if len(words) < MIN_INITIALS:
        return set()
    every = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return {every.casefold(), capitals.casefold()}


def is_sublist(part: Tokens, whole: Tokens) -> bool:
    """Tell whether words stand in a longer name, next to each other and in order.

    >>> is_sublist(("bin", "salman"), ("mohammed", "bin", "salman"))
    True
    """
    size = len(part)
    return any(whole[first : first + size] == part for first in range(len(whole) - size + 1))
