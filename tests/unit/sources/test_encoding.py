"""The encoding of a text is told from its bytes, and what is no text is refused."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested

import codecs

import pytest

from tasks.sources.encoding import canonical_encoding, check_is_text, decode_text

ENGLISH = "The group said “about 5,000” people fled – £40 per head."
FRENCH = "Près de 5 000 réfugiés ont été enregistrés à Genève, coût : 40 € par tête, l’été."
POLISH = "Żołnierze znaleźli 38 sztuk broni w Łodzi; wójt powiedział, że ćwierć miliona przepadło."
RUSSIAN = "Полиция нашла тридцать восемь автоматов на складе под Москвой, заявил министр."
JAPANESE = "警察は倉庫で三十八丁の銃を発見した。大臣によると、五千人以上が避難した。"
GREEK = "Η αστυνομία βρήκε τριάντα οκτώ όπλα στην αποθήκη, είπε ο υπουργός την Κυριακή."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ENGLISH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ENGLISH.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + ENGLISH.encode("utf-32-be"), "utf-32"),
        (ENGLISH.encode("cp1252"), "cp1252"),
    ],
)
def test_decode_text_finds_the_encoding_of_english(data: bytes, encoding: str) -> None:
    """Marked, UTF-8 and Windows-1252 bytes all give the same text, without the mark."""
    decoded = decode_text(data)

    assert (decoded.text, decoded.encoding) == (ENGLISH, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "cp932"),
        (GREEK, "cp1253"),
        (ENGLISH.replace("£40", "forty"), "mac_roman"),
    ],
    ids=["french", "polish", "russian", "japanese", "greek", "mac"],
)
def test_decode_text_reads_legacy_encodings(text: str, encoding: str) -> None:
    """Windows-1252 does not swallow what another encoding explains better."""
    assert decode_text(text.encode(encoding)).text == text


def test_decode_text_keeps_newlines() -> None:
    """No newline of any system is translated."""
    assert decode_text(b"a\r\nb\rc\nd\x0c").text == "a\r\nb\rc\nd\x0c"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", "holds NUL bytes"),
        (b"five\x00 rifles", "holds NUL bytes"),
        ("no mark".encode("utf-16-le"), "holds NUL bytes"),
        (b"\x01\x02\x03\x04 abc", "control characters"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "mark of utf-16 but byte 2"),
        ("“five” – “six” é".encode() + b"\xff", r"mixes UTF-8 .*byte 27"),
        ("“five” – cut “".encode()[:-1], "mixes UTF-8"),
    ],
)
def test_decode_text_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    """Binary data, broken marks and half-broken UTF-8 are refused with the reason."""
    with pytest.raises(ValueError, match=reason):
        decode_text(data)


def test_check_is_text_allows_a_stray_control_character() -> None:
    """One bell or end-of-file character does not make a text binary."""
    check_is_text("Five people were hurt on Sunday.\x1a")


def test_a_declared_encoding_wins_over_every_guess() -> None:
    """Short texts of one encoding are often words of another."""
    data = "Łódź: 5 £".encode("cp1257", "replace")

    assert decode_text(POLISH.encode("iso8859_2"), declared="iso8859-2").text == POLISH
    assert decode_text(data, declared="cp1257").encoding == "cp1257"


def test_a_byte_order_mark_wins_over_what_is_declared() -> None:
    """The bytes themselves say what they are."""
    assert decode_text(codecs.BOM_UTF8 + b"five", declared="cp1251").encoding == "utf-8-sig"


def test_bytes_that_do_not_fit_what_is_declared_are_refused() -> None:
    """Nothing is replaced by question marks."""
    with pytest.raises(ValueError, match="declared as ascii but byte 15"):
        decode_text(ENGLISH.encode(), declared="ascii")


def test_a_hint_is_used_only_where_it_fits() -> None:
    """Pages often name an encoding that they are not in."""
    assert decode_text(RUSSIAN.encode("koi8_r"), hint="koi8-r").text == RUSSIAN
    assert decode_text(ENGLISH.encode(), hint="koi8-r").text == ENGLISH
    assert decode_text(FRENCH.encode("cp1252"), hint="ascii").text == FRENCH
    assert decode_text(FRENCH.encode("cp1252"), hint="rot13").text == FRENCH


@pytest.mark.parametrize(
    "name", ["", "klingon", "rot13", "zlib", "a\0b", "utf-7", "unicode_escape", "punycode"]
)
def test_names_of_no_encoding_are_refused(name: str) -> None:
    """Codecs that turn no bytes into text are none."""
    with pytest.raises(ValueError, match="no encoding"):
        canonical_encoding(name)


def test_names_of_one_encoding_are_one_encoding() -> None:
    """Pages write Latin-1 in many ways, and mean Windows-1252."""
    data = "he said \u201chello\u201d twice".encode("cp1252")

    for hint in ("ISO-8859-1", "iso8859-1", "iso_8859-1", "latin-1", "us-ascii"):
        assert decode_text(data, hint=hint).encoding == "cp1252"


def test_half_characters_are_refused() -> None:
    """No codec may bring them in."""
    with pytest.raises(ValueError, match="surrogate"):
        check_is_text("five \ud800 men")
