"""A saved page becomes the text of its article; what it says of itself becomes metadata."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tasks.sources.finding import find_files
from tasks.sources.html import extract_page
from tasks.sources.markup import MAX_ATTRIBUTES, check_markup
from tasks.sources.problems import UnreadableFile
from tasks.sources.reading import read_file
from tasks.sources.streams import ReadLimits

if TYPE_CHECKING:
    from pathlib import Path

    from tasks.sources.readings import FileReading

HEAD = (
    "<title>Shells hit the market of Velm | Daily Lantern</title>"
    '<meta property="og:site_name" content="Daily Lantern">'
    '<meta name="author" content="Ana Kovic; Tom Reyes">'
    '<meta property="article:published_time" content="2022-06-09T23:30:00-05:00">'
    '<link rel="canonical" href="https://lantern.example/velm">'
)
ARTICLE = (
    "<article><h1>Shells hit the market of Velm</h1>"
    "<figure><img src='x.jpg'><figcaption>Rescuers carry 3 wounded to a van.</figcaption></figure>"
    "<p>Artillery fire killed 12&nbsp;people on Tuesday, <b>the governor</b> said&mdash;again.</p>"
    "<h2>Hospitals are full</h2>"
    "<p>Doctors treated <a href='/w'>40 wounded</a>.<br>They asked for 200 beds.</p>"
    "<ul><li>7 houses burned</li><li>2 bridges closed</li></ul>"
    "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Velm</td><td>12</td></tr></table>"
    "</article>"
)
FURNITURE = (
    "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    "<aside><h3>Most read</h3><ul><li>900 drown off Ilt</li></ul></aside>"
    "<div id='comments'><p>Reader: 5,000 liars!</p></div>"
    "<footer>Join 60,000 readers of our newsletter.</footer><script>var n = '400 dead';</script>"
)


def page(head: str = HEAD, article: str = ARTICLE, furniture: str = FURNITURE) -> str:
    """Return a web page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}{furniture}</body></html>"


def read(path: Path, data: bytes) -> FileReading:
    """Write a file and read it."""
    path.write_bytes(data)
    (found,) = find_files([path])
    return read_file(found, ReadLimits())


def stated(reading: FileReading) -> dict[str, object]:
    """Return the metadata of the only document."""
    (record,) = reading.records
    return dict(json.loads(record.stated_metadata or "{}"))


def test_the_article_stays_and_the_furniture_goes(tmp_path: Path) -> None:
    """Title, caption, headings, lists and tables are text; menus, comments and scripts are not."""
    (record,) = read(tmp_path / "a.html", page().encode()).records

    for kept in ("Shells hit", "carry 3 wounded", "killed 12 people", "said—again", "7 houses"):
        assert kept in record.text
    for gone in ("Home", "900 drown", "5,000 liars", "60,000 readers", "400 dead", "<"):
        assert gone not in record.text


def test_the_page_states_its_metadata(tmp_path: Path) -> None:
    """The day is the one that the page states, in its own time zone."""
    assert stated(read(tmp_path / "a.html", page().encode())) == {
        "authors": ["Ana Kovic", "Tom Reyes"],
        "origin": "page",
        "published": "2022-06-09",
        "publisher": "Daily Lantern",
        "title": "Shells hit the market of Velm",
        "url": "https://lantern.example/velm",
    }


def test_the_sidecar_wins_over_the_page(tmp_path: Path) -> None:
    """What a person states beside the file counts more than the mark-up."""
    (tmp_path / "a.meta.json").write_text('{"published": "2022-06-11", "publisher": "Wire"}')

    found = stated(read(tmp_path / "a.html", page().encode()))

    assert (found["published"], found["publisher"], found["origin"]) == (
        "2022-06-11",
        "Wire",
        "sidecar",
    )
    assert found["title"] == "Shells hit the market of Velm"


RELATIVE = {
    "meta": '<meta name="date" content="2 days ago">',
    "impossible": '<meta property="article:published_time" content="31 February 2020">',
    "words": '<meta name="date" content="yesterday">',
}


@pytest.mark.parametrize("head", RELATIVE.values(), ids=RELATIVE)
def test_no_date_comes_from_the_day_of_the_run(head: str) -> None:
    """A page that was saved says "2 days ago" for ever."""
    extracted = extract_page(page(head, ARTICLE.replace("<h1>", "<time>2 days ago</time><h1>")))

    assert "published" not in extracted.fields


def test_a_headline_outside_the_article_is_put_above_it() -> None:
    """Figures stand in headlines, too."""
    article = (
        "<h1>12 die in Velm</h1><main><p>" + "Shells fell on the market. " * 12 + "</p></main>"
    )

    extracted = extract_page(page("<title>12 die in Velm</title>", article, ""))

    assert extracted.text.split("\n")[0] == "12 die in Velm"
    assert extracted.text.count("12 die in Velm") == 1


def test_a_page_and_a_text_of_the_same_bytes_are_two_documents(tmp_path: Path) -> None:
    """Their texts differ, so their identities do."""
    data = page().encode()

    (as_page,) = read(tmp_path / "a.html", data).records
    (as_text,) = read(tmp_path / "a.txt", data).records

    assert as_page.document_id != as_text.document_id
    assert as_text.text == data.decode()


@pytest.mark.parametrize(
    ("named", "encoding"),
    [("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252"), ("none", "cp1252")],
)
def test_the_page_names_its_encoding(tmp_path: Path, named: str, encoding: str) -> None:
    """What the mark-up says is used as browsers do; what it says wrongly is passed over."""
    letters = "Кремль и Дон" if encoding == "cp1251" else "le café à côté"
    markup = page(f'<meta charset="{named}">', ARTICLE.replace("the governor", letters))

    (record,) = read(tmp_path / "a.htm", markup.encode(encoding)).records

    assert (letters in record.text, record.encoding) == (True, encoding)


UNREADABLE = {
    "empty": ("", "empty|no article"),
    "nothing_visible": ("<html><body><script>5</script></body></html>", "no article"),
    "no_markup": ("\x01\x02\x03\x04 a", "control characters"),
    "deep": ("<html><body>" + "<div>" * 5_000 + "5 died" + "</div>" * 5_000, "no article"),
    "attributes": ("<p " + " ".join(f"a{i}" for i in range(300_000)) + ">5 died", "attributes"),
    "slashes": ("<p" + "".join(f"/a{i}" for i in range(50_000)) + ">5", "attributes"),
    "quotes": ("<p " + "".join(f'a{i}=""' for i in range(50_000)) + ">5", "attributes"),
    "comment": (
        "<!-- <a href=' --><p " + " ".join(f"a{i}" for i in range(50_000)) + ">5",
        "attributes",
    ),
    "tags": ("<p>" + "<span>x</span> " * 50_000, "tags"),
    "late": ("<p a='>' " + "\n".join(f"a{i}=1" for i in range(300_000)) + ">5", "attributes"),
}


@pytest.mark.parametrize(("markup", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_page_has_a_reason(tmp_path: Path, markup: str, reason: str) -> None:
    """Neither a crash nor an invented text, and no time that the size does not explain."""
    reading = read(tmp_path / "a.html", markup.encode())

    assert reading.records == ()
    assert re.search(reason, reading.problems[0].reason)


def test_many_attributes_in_many_tags_are_no_attack() -> None:
    """Words between tags, quoted values and scripts are no attributes."""
    words = " word" * (2 * MAX_ATTRIBUTES)

    check_markup(f"<p class='a'>{words}</p>" + "<i id=b>x</i>" * MAX_ATTRIBUTES)
    check_markup(f'<p title="{words}">x</p><script>if (a <b) {{ {words} }}</script>')
    with pytest.raises(ValueError, match="attributes"):
        check_markup(f"<script>x</script><p{words}>")


def test_extraction_does_not_depend_on_the_pages_before() -> None:
    """The same page gives the same text, whatever was read in between."""
    first = extract_page(page())
    for number in range(5):
        extract_page(page(article=ARTICLE.replace("12", str(number))))

    assert extract_page(page()) == first


def test_an_encoding_in_the_markup_of_xhtml_is_no_error() -> None:
    """Parsers refuse decoded text that still declares its encoding."""
    markup = '<?xml version="1.0" encoding="windows-1252"?>' + page()

    assert "killed 12 people" in extract_page(markup).text


def test_too_much_markup_is_refused(tmp_path: Path) -> None:
    """The limit holds for the mark-up, too."""
    path = tmp_path / "a.html"
    path.write_bytes(page().encode())
    (found,) = find_files([path])

    reading = read_file(found, ReadLimits(max_document_chars=100))

    assert "max_document_chars" in reading.problems[0].reason
    with pytest.raises(UnreadableFile):
        extract_page("")


ODD_METADATA = {
    "list": '{"@type":"NewsArticle","headline":["a","b"],"author":{"name":"Ana"}}',
    "number": '{"@type":"NewsArticle","headline":5}',
    "object": '{"@type":"NewsArticle","headline":{"a":1}}',
}


@pytest.mark.parametrize("data", ODD_METADATA.values(), ids=ODD_METADATA)
def test_metadata_of_the_wrong_form_cost_no_text(data: str) -> None:
    """Pages state lists where a text belongs."""
    head = f'<script type="application/ld+json">{data}</script>'

    assert "killed 12 people" in extract_page(page(head)).text


def test_a_day_of_the_last_century_is_stated() -> None:
    """Archives hold pages of papers that are older than the web."""
    head = '<meta property="article:published_time" content="1987-03-04T10:00:00Z">'

    assert extract_page(page(head)).fields["published"] == "1987-03-04"


def test_comments_and_raw_text_hold_no_tags() -> None:
    """Words in them are no attributes."""
    words = " word" * 2_000

    check_markup(f"<!-- if a <b then {words} --><textarea><p {words}</textarea><p>x</p>")


def test_a_page_that_names_a_wide_encoding_in_plain_letters_is_not_in_it(tmp_path: Path) -> None:
    """The name could not be read if it were true."""
    markup = page('<meta charset="utf-16">', ARTICLE.replace("the governor", "caf\u00e9"))
    data = markup.encode("cp1252")

    for tail in (b"", b" "):
        (record,) = read(tmp_path / "a.html", data + tail).records
        assert "caf\u00e9" in record.text
