"""Bytes to text: the encoding is found and recorded, and what is no text is refused.

Order of trust: a byte order mark, what a sidecar declares, strict UTF-8, what a page says of
itself, Windows-1252 where the result looks like Western writing, and only then a statistical guess,
which can be wrong on short texts. Newlines stay exactly as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # the UTF-32 mark starts with the UTF-16 mark, so it must be tried first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED_ENCODINGS: Final = (
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_2",
    "mac_roman",
    "koi8_r",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)
READ_AS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers take for an encoding that pages name (WHATWG Encoding Standard)."""
LABELS: Final = {
    "windows-874": "cp874",
    "x-mac-roman": "mac_roman",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-8859-8-i": "iso8859-8",
}
"""Names of encodings that browsers know and Python does not."""
WIDE: Final = ("utf-16", "utf-32")
"""A page that names one of them in plain letters is not in it."""
NO_ENCODING_OF_FILES: Final = frozenset(
    {"utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "idna"}
)
"""Codecs for parts of protocols, some of which give half characters."""
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
MAX_CONTROL_SHARE: Final = 0.05
MAX_ACCENTED_SHARE: Final = 0.25
FOREIGN_NAMES_SHARE: Final = 0.05
"""Accented letters up to which a text is English with foreign names, of any language."""
SAMPLE_BYTES: Final = 200_000

CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
NON_ASCII: Final = re.compile(r"[^\x00-\x7f]")
BROKEN_BYTE: Final = re.compile(r"[\udc80-\udcff]")
LETTER: Final = re.compile(r"[^\W\d_]")
UNLIKELY_IN_WESTERN_TEXT: Final = re.compile(
    r"[a-z\u00df-\u00ff](?:[\u00c0-\u00de\u0160\u017d\u0178]|[^\w\s\x00-\x7f\u2018\u2019\u00ad\u00b7"
    r"\u2013\u2014\u201c\u201d\u2026\u2022/][a-z\u00df-\u00ff])"
    r"|[a-z][\u00b2\u00b3\u00b9\u00bc-\u00be][a-z\u00df-\u00ff]"
)
"""What other encodings turn into: a capital letter or a sign inside a small word."""
AMBIGUOUS_LETTER: Final = re.compile(r"[\u00d0\u00dd\u00de\u00f0\u00fd\u00fe]")
"""Icelandic letters here, Turkish ones in Windows-1254, Baltic ones in Windows-1257."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text and the encoding, as Python names it, that its bytes were decoded with."""

    text: str
    encoding: str


def decode_text(data: bytes, *, declared: str | None = None, hint: str | None = None) -> Decoded:
    r"""Decode bytes; the byte order mark is removed, newlines stay.

    Args:
        data: Bytes of a text.
        declared: Encoding that the sidecar declares; only a byte order mark wins over it.
        hint: Encoding that the text itself names, as HTML does; used where the bytes are not UTF-8
            and fit it.

    Raises:
        ValueError: If the bytes are no text, do not fit what is declared, or their encoding cannot
            be told.

    >>> decode_text(b"caf\xe9 \x80 5").encoding
    'cp1252'
    >>> decode_text(b"caf\xe9", declared="cp1250").encoding
    'cp1250'
    """
    decoded = (
        _decode_marked(data)
        or _decode_declared(data, declared)
        or _decode_utf8(data)
        or _decode_hinted(data, hint)
        or _decode_legacy(data)
    )
    check_is_text(decoded.text)
    return decoded


def canonical_encoding(name: str) -> str:
    """Return the name that Python gives to an encoding of texts.

    Raises:
        ValueError: If it knows none of that name.

    >>> canonical_encoding("Windows-1252")
    'cp1252'
    """
    try:
        codec = codecs.lookup(name)
        # refuses codecs that are none of texts, such as rot13 and zlib
        b"tally".decode(codec.name, "ignore")
    except (LookupError, ValueError) as error:
        msg = f"{name[:40]!r} is no encoding that Python knows, such as 'cp1252'"
        raise ValueError(msg) from error
    # Python writes some names with a hyphen and some with an underscore
    if codec.name.replace("-", "_") in {name.replace("-", "_") for name in NO_ENCODING_OF_FILES}:
        msg = f"{name[:40]!r} is no encoding of files, such as 'cp1252'"
        raise ValueError(msg)
    return codec.name


def check_is_text(text: str) -> None:
    """Refuse a string that is data in disguise.

    Raises:
        ValueError: If it holds NUL characters or many other control characters.
    """
    if "\0" in text:
        msg = "is no text: it holds NUL bytes (binary data, or UTF-16 without byte order mark)"
        raise ValueError(msg)
    if SURROGATE.search(text):
        msg = "is no text: it holds half of a surrogate pair, which is no character"
        raise ValueError(msg)
    if len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        msg = "is no text: too many of its characters are control characters"
        raise ValueError(msg)


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return Decoded(text=data.decode(encoding), encoding=encoding)
            except UnicodeDecodeError as error:
                msg = (
                    f"starts with the mark of {encoding} but byte {error.start} does not fit it: "
                    f"save it as UTF-8"
                )
                raise ValueError(msg) from error
    return None


def _decode_declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    try:
        return Decoded(text=data.decode(declared), encoding=declared)
    except UnicodeDecodeError as error:
        msg = (
            f"is declared as {declared} but byte {error.start} does not fit it: correct the sidecar"
        )
        raise ValueError(msg) from error


def _decode_hinted(data: bytes, hint: str | None) -> Decoded | None:
    if hint is None or hint.lower().startswith(WIDE):
        return None
    try:
        named = canonical_encoding(LABELS.get(hint.lower(), hint))
        encoding = READ_AS.get(named, named)
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except ValueError:
        return None


def _decode_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        _check_is_not_mixed(data, error.start)
        return None


def _check_is_not_mixed(data: bytes, position: int) -> None:
    """Refuse UTF-8 with a few foreign bytes: as any other encoding it would be garbled."""
    foreign = data.decode("utf-8", "surrogateescape")
    broken = len(BROKEN_BYTE.findall(foreign))
    if len(NON_ASCII.findall(foreign)) - broken > broken:
        msg = f"mixes UTF-8 with other bytes (first at byte {position}): save it as UTF-8"
        raise ValueError(msg)


def _decode_legacy(data: bytes) -> Decoded:
    # NUL never occurs in a text of these encodings, and guessing on binary data is slow
    if b"\0" in data:
        check_is_text("\0")
    western = _decode_western(data)
    if western is not None:
        return western
    import charset_normalizer  # noqa: PLC0415 - rarely needed

    matches = charset_normalizer.from_bytes(
        data[:SAMPLE_BYTES], cp_isolation=list(GUESSED_ENCODINGS)
    )
    for match in matches:
        try:
            return Decoded(text=data.decode(match.encoding), encoding=match.encoding)
        except UnicodeDecodeError:
            continue
    msg = "its encoding cannot be told (it is not UTF-8): save it as UTF-8"
    raise ValueError(msg)


def _decode_western(data: bytes) -> Decoded | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = LETTER.findall(text)
    share = sum(letter > "\x7f" for letter in letters) / max(len(letters), 1)
    is_ambiguous = share > FOREIGN_NAMES_SHARE and AMBIGUOUS_LETTER.search(text)
    if share > MAX_ACCENTED_SHARE or is_ambiguous or UNLIKELY_IN_WESTERN_TEXT.search(text):
        return None
    return Decoded(text=text, encoding="cp1252")
