"""spaCy's English tokenizer, which also parts sentences that copying has glued together."""

from typing import Any, Final

from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.util import compile_infix_regex

QUOTES: Final = '"“”'
CLOSERS: Final = rf"{QUOTES}’)\]"
NEXT: Final = rf"(?=[{QUOTES}‘(\[]*[{ALPHA_UPPER}](?:[{ALPHA_LOWER}’']|$))"
"""A new sentence: a capital that begins a word, perhaps behind an opening mark."""
GLUE: Final = (
    # back?Several  done!"He  2015).The  ended…Then
    rf"(?<=[{ALPHA_LOWER}]{{2}})[?!…]+(?=[{CLOSERS}]*[{ALPHA_UPPER}](?:[{ALPHA_LOWER}’']|$))",
    rf"(?<=[{ALPHA_LOWER}0-9])[)\]](?=[.?!,;:]{NEXT[3:-1]})",
    rf"(?<=[{CLOSERS}])[.?!]{NEXT}",
    # Sales fell in 1999.The rest
    rf"(?<=[0-9]{{2}})\.{NEXT}",
    rf"(?<=[{ALPHA_LOWER}]),(?=[{QUOTES}][{ALPHA_UPPER}])",
    # realized.""For  left.”He  "left,"He
    rf"(?<=[{ALPHA_LOWER}][.?!,…])[{QUOTES}]{NEXT}",
    rf"(?<=[{QUOTES}])[{QUOTES}‘](?=[{ALPHA_UPPER}])",
    rf"(?<=[.?!…])[{QUOTES}](?=[{QUOTES}][{ALPHA_UPPER}])",
)
"""What stands between two sentences without a space; the capital must begin a word of small
letters, so that addresses, ``Yahoo!`` at the end of a word, and codes stay whole."""


def add_glue_rules(nlp: Language) -> None:
    """Let the tokenizer of a pipeline part glued sentences; what spaCy parts stays as it is.

    Raises:
        TypeError: If the pipeline has no rule-based tokenizer.
    """
    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "infix_finditer"):
        msg = "glue rules need spaCy's rule-based tokenizer"
        raise TypeError(msg)
    defaults = nlp.Defaults.infixes or ()
    tokenizer.infix_finditer = compile_infix_regex([*defaults, *GLUE]).finditer
