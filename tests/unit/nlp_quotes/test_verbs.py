"""Verbs that report speech, and verbs that say what is not said."""

import pytest

from tests.parsed_reports import ENVOY, NINE_DIED, THAT_SAFE, only, reports_of, said

SAY_SAFE = "say/VERB/{} " + THAT_SAFE.format("ccomp>say")
SAID_DIED = "said=say/VERB:VBD/{} " + NINE_DIED.format("ccomp>said")
NEGATED = {
    "not": ENVOY.format("say")
    + "did=do/AUX/aux>say not/PART/advmod>say "
    + SAY_SAFE.format("ROOT"),
    "n't": ENVOY.format("say")
    + "did=do/AUX/aux>say n't/PART/advmod>say "
    + SAY_SAFE.format("ROOT"),
    "typographic n't": (
        ENVOY.format("say")
        + "did=do/AUX/aux>say n\u2019t/PART/advmod>say "
        + SAY_SAFE.format("ROOT")
    ),
    "never": ENVOY.format("said") + "never/ADV/advmod>said " + SAID_DIED.format("ROOT"),
    "neither": (ENVOY.format("said") + "neither/CCONJ/cc:preconj>said " + SAID_DIED.format("ROOT")),
}
UNSAID = {
    "declined to say": (
        ENVOY.format("declined")
        + "declined=decline/VERB:VBD/ROOT to/PART/mark>say "
        + SAY_SAFE.format("xcomp>declined")
    ),
    "failed to say": (
        ENVOY.format("failed")
        + "failed=fail/VERB:VBD/ROOT to/PART/mark>say "
        + SAY_SAFE.format("xcomp>failed")
    ),
    "wrong to say": (
        "It/PRON/nsubj>wrong is=be/AUX/cop>wrong wrong/ADJ/ROOT to/PART/mark>say "
        + SAY_SAFE.format("xcomp>wrong")
    ),
    "came to announce": (
        ENVOY.format("came") + "came=come/VERB:VBD/ROOT to/PART/mark>announce "
        "announce/VERB/advcl>came talks/NOUN/obj>announce"
    ),
}


@pytest.mark.parametrize("name", NEGATED)
def test_negated_cue_reports_nothing(name: str) -> None:
    """What somebody did not say is not his."""
    assert said(NEGATED[name]) == []


@pytest.mark.parametrize("name", UNSAID)
def test_infinitive_reports_nothing(name: str) -> None:
    """It says what somebody will not or should not say."""
    assert said(UNSAID[name]) == []


def test_negation_in_the_content_is_said() -> None:
    """``said nine had not died`` is a report."""
    notation = (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT nine/NUM/nsubj>died had=have/AUX/aux>died "
        "not/PART/advmod>died died=die/VERB:VBN/ccomp>said"
    )

    assert said(notation) == [("envoy", "said", "nine had not died")]


@pytest.mark.parametrize(
    ("above", "label"),
    [("seemed=seem", "xcomp"), ("proceeded=proceed", "xcomp"), ("hastened=hasten", "advcl")],
)
def test_infinitive_behind_going_on_is_said(above: str, label: str) -> None:
    """``proceeded to say`` says it, with the subject of the verb above."""
    verb = above.partition("=")[0]
    notation = (
        ENVOY.format(verb)
        + f"{above}/VERB:VBD/ROOT to/PART/mark>say "
        + SAY_SAFE.format(f"{label}>{verb}")
    )

    assert said(notation) == [("envoy", "say", "it was safe")]


def test_verb_of_speech_may_have_nothing_but_marks() -> None:
    """``said`` alone waits for words in quotation marks."""
    report = only(ENVOY.format("said") + "said=say/VERB:VBD/ROOT")

    assert (report.rule, report.contents, report.takes_speech) == ("verb/speech", (), True)


def test_naming_may_have_nothing_but_marks() -> None:
    """``dubbed`` alone waits for a name in quotation marks."""
    report = only(ENVOY.format("dubbed") + "dubbed=dub/VERB:VBD/ROOT it/PRON/obj>dubbed")

    assert (report.rule, report.contents, report.takes_speech) == ("verb/naming", (), True)


@pytest.mark.parametrize("verb", ["denied=deny", "vowed=vow", "counted=count"])
def test_quoted_words_beside_other_verbs(verb: str) -> None:
    """Only verbs of speech take quoted words; a denial without a content is nothing."""
    form = verb.partition("=")[0]
    takes = [r.takes_speech for r in reports_of(ENVOY.format(form) + f"{verb}/VERB:VBD/ROOT")]

    assert takes == ([True] if form == "vowed" else [])


def test_quoted_words_are_not_denied() -> None:
    """``denied it was safe`` has its content; words in marks beside it are none."""
    notation = ENVOY.format("denied") + "denied=deny/VERB:VBD/ROOT "

    assert not only(notation + THAT_SAFE.format("ccomp>denied")).takes_speech


IT_SAFE = "It/PRON/expl>{0} is=be/AUX/aux:pass>{0} "
IMPERSONAL = {
    "believed": ("believed=believe", "claimed"),
    "reported": ("reported=report", "reported"),
    "feared": ("feared=fear", "warned"),
}


@pytest.mark.parametrize("form", IMPERSONAL)
def test_nobody_says_it(form: str) -> None:
    """``it is believed that`` reports without a source."""
    verb, stance = IMPERSONAL[form]
    report = only(
        IT_SAFE.format(form) + f"{verb}/VERB:VBN/ROOT " + THAT_SAFE.format(f"ccomp>{form}")
    )

    assert (report.source, report.rule) == (None, "impersonal/clause")
    assert (report.stance, report.contents[0].text) == (stance, "it was safe")


NOT_IMPERSONAL = {
    "told": (
        "The/DET/det>envoy envoy/NOUN/nsubj:pass>told was=be/AUX/aux:pass>told "
        "told=tell/VERB:VBN/ROOT " + THAT_SAFE.format("ccomp>told")
    ),
    "asked": (
        "The/DET/det>envoy envoy/NOUN/nsubj:pass>asked was=be/AUX/aux:pass>asked "
        "asked=ask/VERB:VBN/ROOT whether/SCONJ/mark>safe it/PRON/nsubj>safe was=be/AUX/cop>safe "
        "safe/ADJ/ccomp>asked"
    ),
    "urged": (
        "Residents/NOUN/nsubj:pass>urged were=be/AUX/aux:pass>urged urged=urge/VERB:VBN/ROOT "
        "to/PART/mark>leave leave/VERB/xcomp>urged"
    ),
    "announced object": (
        "Talks/NOUN/nsubj:pass>announced were=be/AUX/aux:pass>announced announced/VERB:VBN/ROOT"
    ),
    "active without a subject": "Say/VERB/ROOT " + NINE_DIED.format("ccomp>Say"),
}


@pytest.mark.parametrize("name", NOT_IMPERSONAL)
def test_listeners_say_nothing(name: str) -> None:
    """Who is told, asked or urged is no source, and neither is nobody."""
    assert [r for r in reports_of(NOT_IMPERSONAL[name]) if r.contents] == []


@pytest.mark.parametrize(
    ("label", "listener", "via"),
    [
        ("ORG", "Reuters/PROPN/iobj>told", "Reuters"),
        ("ORG", "the/DET/det>BBC BBC/PROPN/obj>told", "BBC"),
        ("ORG", "Radio/PROPN/iobj>told Osk/PROPN/flat>Radio", "Radio Osk"),
        ("ORG", "the/DET/det>Senate Senate/PROPN/iobj>told", None),
        ("PERSON", "Reuters/PROPN/iobj>told", None),
        ("ORG", "reporters/NOUN/iobj>told", None),
    ],
)
def test_outlet_that_is_told_passes_it_on(label: str, listener: str, via: str | None) -> None:
    """News outlets do, any other listener does not."""
    notation = (
        ENVOY.format("told")
        + f"told=tell/VERB:VBD/ROOT {listener} "
        + THAT_SAFE.format("ccomp>told")
    )
    words = [part.partition("/")[0] for part in listener.split()]
    name = " ".join(word for word in words if word not in {"the", "reporters"})
    report = only(notation, {name: label} if name else None)

    assert report.source is not None
    assert report.source.span.text == "envoy"
    assert (report.via.span.text if report.via else None) == via


def test_outlet_behind_a_preposition_passes_it_on() -> None:
    """``said to Reuters`` is a way, too; ``said in Reuters`` is none."""
    notation = (
        ENVOY.format("said")
        + "said=say/VERB:VBD/ROOT {}/ADP/case>Reuters Reuters/PROPN/obl>said "
        + THAT_SAFE.format("ccomp>said")
    )
    to, beside = (only(notation.format(case), {"Reuters": "ORG"}).via for case in ("to", "beside"))

    assert to is not None
    assert beside is None


@pytest.mark.parametrize("verb", ["citing=cite", "quoting=quote"])
def test_participle_that_leans_on_a_source_is_no_report_of_its_own(verb: str) -> None:
    """``SANA said, citing records`` is one report, and records are no content."""
    form = verb.partition("=")[0]
    notation = (
        f"SANA/PROPN/nsubj>said ,/PUNCT/punct>{form} {verb}/VERB:VBG/advcl>said "
        f"records/NOUN/obj>{form} ,/PUNCT/punct>{form} " + SAID_DIED.format("ROOT")
    )

    assert said(notation, {"SANA": "ORG"}) == [("records", "said", "nine men died")]


def test_speaker_is_cut_out_of_a_content() -> None:
    """Where the parse ties the speaker's name to the content, the content ends before it."""
    notation = (
        "Nine/NUM/nsubj>died died=die/VERB:VBD/ccomp>said ,/PUNCT/punct>mayor "
        "the/DET/det>mayor mayor/NOUN/dep>died ,/PUNCT/punct>Omar Omar/PROPN/appos>mayor "
        ",/PUNCT/punct>Omar said=say/VERB:VBD/ROOT on/ADP/case>Friday Friday/PROPN/nsubj>said"
    )

    assert said(notation, {"Omar": "PERSON", "Friday": "DATE"}) == [("Omar", "said", "Nine died")]


def test_noun_is_no_verb() -> None:
    """The noun ``reports`` has no subject; without a holder nobody is named."""
    as_verb = "Envoys/NOUN/nsubj>reports reports=report/VERB:VBZ/ROOT "
    as_noun = "The/DET/det>reports reports/NOUN/ROOT "
    content = "that/SCONJ/mark>died " + NINE_DIED

    assert said(as_verb + content.format("ccomp>reports")) == [
        ("Envoys", "reports", "nine men died")
    ]
    assert said(as_noun + content.format("acl>reports")) == [(None, "reports", "nine men died")]


def test_stance_is_that_of_the_cue() -> None:
    """To warn of something is another thing than to deny it."""
    warned = "warned=warn/VERB:VBD/ROOT " + THAT_SAFE.format("ccomp>warned")
    denied = "denied=deny/VERB:VBD/ROOT " + THAT_SAFE.format("ccomp>denied")

    assert only(ENVOY.format("warned") + warned).stance == "warned"
    assert only(ENVOY.format("denied") + denied).stance == "denied"


def test_person_who_asks_for_anonymity_says_nothing_by_it() -> None:
    """``asked for anonymity`` is how an article tells why it names nobody."""
    asked = ENVOY.format("requested") + "requested=request/VERB:VBD/ROOT {}/NOUN/obj>requested"

    assert said(asked.format("anonymity")) == []
    assert said(asked.format("talks")) == [("envoy", "requested", "talks")]
