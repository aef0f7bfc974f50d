"""Sources that others quote, and who passes their words on."""

import pytest

from tests.parsed_reports import NINE_DIED, reports_of, said

SANA_QUOTED = "SANA/PROPN/nsubj>quoted quoted=quote/VERB:VBD/ROOT "
SAYING = "as/SCONJ/mark>saying saying=say/VERB:VBG/advcl>quoted " + NINE_DIED.format("ccomp>saying")
BY_SANA = "quoted=quote/VERB:VBN/{} by/ADP/case>SANA SANA/PROPN/obl:agent>quoted "
SAID_DIED = "said=say/VERB:VBD/ROOT " + NINE_DIED.format("ccomp>said")
QUOTING = "quoting=quote/VERB:VBG/{} envoys/NOUN/obj>quoting ,/PUNCT/punct>quoting "
CHAINS = {
    "quoted as saying": (SANA_QUOTED + "envoys/NOUN/obj>quoted " + SAYING, "envoys", "SANA"),
    "was quoted as saying": (
        "Envoys/NOUN/nsubj:pass>quoted were=be/AUX/aux:pass>quoted "
        + BY_SANA.format("ROOT")
        + SAYING,
        "Envoys",
        "SANA",
    ),
    "was quoted as saying by nobody": (
        "Envoys/NOUN/nsubj:pass>quoted were=be/AUX/aux:pass>quoted quoted=quote/VERB:VBN/ROOT "
        + SAYING,
        "Envoys",
        None,
    ),
    "a source, quoted as saying": (
        "Envoys/NOUN/nsubj>left "
        + BY_SANA.format("acl>Envoys")
        + SAYING
        + "left=leave/VERB:VBD/ROOT",
        "Envoys",
        "SANA",
    ),
    "a source, quoted, said": (
        "Envoys/NOUN/nsubj>said ,/PUNCT/punct>quoted "
        + BY_SANA.format("acl>Envoys")
        + ",/PUNCT/punct>quoted "
        + SAID_DIED,
        "Envoys",
        "SANA",
    ),
    "an outlet said, quoting": (
        "SANA/PROPN/nsubj>said ,/PUNCT/punct>quoting " + QUOTING.format("advcl>said") + SAID_DIED,
        "envoys",
        "SANA",
    ),
    "an outlet, quoting, said": (
        "SANA/PROPN/nsubj>said ,/PUNCT/punct>quoting " + QUOTING.format("acl>SANA") + SAID_DIED,
        "envoys",
        "SANA",
    ),
    "an outlet with its name, quoting, said": (
        "The/DET/det>agency agency/NOUN/nsubj>said SANA/PROPN/appos>agency ,/PUNCT/punct>quoting "
        + QUOTING.format("acl>SANA")
        + SAID_DIED,
        "envoys",
        "agency",
    ),
}


@pytest.mark.parametrize("name", CHAINS)
def test_chain_keeps_who_says_it_and_who_passes_it_on(name: str) -> None:
    """The claimant is the source that is quoted; the outlet is the way to it."""
    notation, source, via = CHAINS[name]
    [report] = reports_of(notation, {"SANA": "ORG"} if "SANA" in notation else None)

    assert report.source is not None
    assert report.source.span.text == source
    assert (report.via.span.text if report.via else None) == via
    assert [content.text for content in report.contents] == ["nine men died"]


@pytest.mark.parametrize(("verb", "via"), [("seen", "SANA"), ("hated", None)])
def test_outlet_that_has_seen_a_document_passes_it_on(verb: str, via: str | None) -> None:
    """``a memo seen by SANA said``: the memo says it."""
    notation = (
        f"A/DET/det>memo memo/NOUN/nsubj>said {verb}/VERB:VBN/acl>memo by/ADP/case>SANA "
        f"SANA/PROPN/obl:agent>{verb} " + SAID_DIED
    )
    [report] = reports_of(notation, {"SANA": "ORG"})

    assert report.source is not None
    assert report.source.span.text == "memo"
    assert (report.via.span.text if report.via else None) == via


def test_outlet_that_comments_is_the_source() -> None:
    """``SANA quoted envoys, saying nine men died``: without ``as`` SANA says it."""
    notation = (
        SANA_QUOTED
        + "envoys/NOUN/obj>quoted ,/PUNCT/punct>saying saying=say/VERB:VBG/advcl>quoted "
        + NINE_DIED.format("ccomp>saying")
    )

    assert said(notation) == [("SANA", "saying", "nine men died")]
