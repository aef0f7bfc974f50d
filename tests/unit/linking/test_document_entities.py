"""The things of a document: order, names, keys, labels, places."""

from __future__ import annotations

from tests.linked_texts import linked, place, things_of


def test_things_come_in_order_of_their_first_mention() -> None:
    """Indexes count from 0 in the order of the text, also where a short name comes first."""
    found = linked(
        "[Korr|PERSON] met [Vosk|PERSON] in [Halden|GPE]. "
        "[Ada Korr|PERSON] and [Jo Vosk|PERSON] left."
    )

    assert [mention.entity_index for mention in found.mentions] == [0, 1, 2, 0, 1]
    assert things_of(found) == [["Korr", "Ada Korr"], ["Vosk", "Jo Vosk"], ["Halden"]]


def test_unknown_thing_has_its_fullest_name() -> None:
    """The name of most words is name and key; the others are kept as words."""
    [entity] = linked("[Korr|PERSON], [Ada Lena Korr|PERSON], [Ada Korr|PERSON]").entities

    assert (entity.name, entity.key) == ("Ada Lena Korr", "ada-lena-korr")
    assert entity.other_names == ("ada-korr", "korr")
    assert (entity.is_seeded, entity.place, entity.country_code) == (False, None, None)


def test_seeded_thing_has_what_the_seeds_say() -> None:
    """Name, label, key and country come from the seeds, whatever the document writes."""
    [entity] = linked("[Russian|NORP russia] troops left [Russia|GPE russia].").entities

    assert (entity.label, entity.name, entity.key) == ("GPE", "Russia", "russia")
    assert (entity.is_seeded, entity.country_code) == (True, "RU")
    assert entity.other_names == ("russian",)
    assert entity.place is not None


def test_mentions_keep_their_label() -> None:
    """A nationality stays a nationality although its thing is a country."""
    found = linked("[Russian|NORP russia] troops left [Russia|GPE russia].")

    assert [mention.label for mention in found.mentions] == ["NORP", "GPE"]
    assert [mention.link_rule for mention in found.mentions] == ["seed", "seed"]


def test_place_of_the_table_has_its_key_and_country() -> None:
    """A place that only the table knows has that key; its mention tells how exactly it locates."""
    found = linked("[Halden|GPE] burned.", places={"Halden": place("h-1", "NO")})
    [entity], [mention] = found.entities, found.mentions

    assert (entity.key, entity.name, entity.country_code) == ("h-1", "H-1", "NO")
    assert (entity.is_seeded, entity.place_rule) == (False, "population")
    assert entity.place is not None
    assert (mention.precision_code, mention.link_rule) == ("exact", "place")


def test_place_without_table_has_no_place() -> None:
    """An unknown place is a thing all the same."""
    found = linked("[Halden|GPE] burned.")

    assert (found.entities[0].key, found.entities[0].place) == ("halden", None)
    assert found.mentions[0].precision_code is None


def test_unknown_name_like_a_seed_is_not_the_seed() -> None:
    """Only the gazetteer tells what is seeded, never the key that a name would have."""
    [entity] = linked("[Islamic State|ORG] came.").entities

    assert not entity.is_seeded


def test_text_without_names_has_no_things() -> None:
    """Nothing comes of nothing."""
    found = linked("Nobody came.")

    assert (found.mentions, found.entities, found.countries) == ([], [], ())
