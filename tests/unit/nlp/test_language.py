"""The language of a text: stated only when it is sure, and never guessed from names."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.language import is_english, language_of
from tasks.nlp.pipeline import load_pipeline

SURE = {
    "en": "The army said on Monday that it had found a store of rifles in the old mill.",
    "de": "Das Heer teilte am Montag mit, es habe in der alten Mühle Gewehre gefunden.",
    "fr": "L'armée a annoncé lundi avoir trouvé une cache de fusils dans le vieux moulin.",
    "es": "El ejército dijo el lunes que había encontrado un depósito de fusiles en el molino.",
    "ru": "Армия сообщила в понедельник, что нашла склад винтовок на старой мельнице.",
    "uk": "Армія повідомила в понеділок, що знайшла склад гвинтівок у старому млині.",
    "ar": "قال الجيش يوم الاثنين إنه عثر على مخزن للبنادق في الطاحونة القديمة.",
    "tr": "Ordu pazartesi günü eski değirmende bir tüfek deposu bulduğunu açıkladı.",
}
UNSURE = {
    "empty": "",
    "digits": "12 500 3,4 %",
    "name": "Abu Bakr al-Baghdadi, Mosul",
    "headline": "5,000 militants",
    "weapons": "Kalashnikov AK-47, Igla, Kornet, Grad",
}
GERMAN = (
    "Bei der Durchsuchung fand die Polizei am Mittwoch rund 12.500 Schuss Munition. "
    "Drei Männer wurden festgenommen, ein vierter ist auf der Flucht.\n"
)
ENGLISH = (
    "In the raid on Wednesday the police found about 12,500 rounds. "
    "Three men were arrested and a fourth is on the run.\n"
)


def extract(text: str, stated: str | None = None) -> Extraction:
    """Return what a text says."""
    return extract_document(load_pipeline(), DocumentInput("d", text, stated))


@pytest.mark.parametrize(("code", "text"), SURE.items(), ids=SURE)
def test_a_sentence_has_its_language(code: str, text: str) -> None:
    """One plain sentence is enough for the languages of our users' texts."""
    assert language_of(text) == code


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_names_and_digits_have_no_language(text: str) -> None:
    """What could be any language is null, and is read as English."""
    assert language_of(text) is None
    assert is_english(language_of(text))


def test_capitals_keep_their_language() -> None:
    """Old wire copy is all capitals."""
    assert language_of(SURE["en"].upper()) == "en"


def test_other_languages_give_no_figure() -> None:
    """``12.500`` would be read as twelve and a half; the German text gives refused numbers."""
    foreign, english = extract(GERMAN), extract(ENGLISH)

    assert (foreign.metadata.language_code, foreign.figures) == ("de", [])
    assert {(item.span.text, item.reason) for item in foreign.rejected_numbers} == {
        ("12.500", "language")
    }
    assert english.metadata.language_code == "en"
    assert "12,500" in {figure.span.text for figure in english.figures}


def test_english_furniture_hides_no_foreign_article() -> None:
    """The article's own words decide, not the buttons around them."""
    buttons = "Share this article\nPrint this page\nRead more: Three held in the forest raid\n" * 5

    assert extract(buttons + GERMAN).metadata.language_code == "de"


def test_stated_language_wins() -> None:
    """What the sidecar states is kept, even where the text looks otherwise."""
    assert extract(GERMAN, '{"language":"nl"}').metadata.language_code == "nl"


def test_stated_english_is_read_as_english() -> None:
    """A short line of foreign names looks foreign; a person knows better."""
    text = (
        "Sinn F\u00e9in MLA M\u00e1irt\u00edn \u00d3 Muilleoir: 12 people injured, 3 people killed"
    )

    assert {f.span.text for f in extract(text, '{"language":"en"}').figures} == {"12", "3"}
