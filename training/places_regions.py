"""Fills the column entity_key of ``seeds/regions.csv``: which known thing a region is."""

import csv
from collections.abc import Mapping
from pathlib import Path

from tasks.nlp.places.names import fold_name
from training.places_links import CLASS_OF_LABEL, entity_key, plain_name
from warehouse.seeds import SeedRow, read_seed_rows, seed_path
from warehouse.tables.ref import ENTITIES_SEED, REGIONS


def link_regions(path: Path | None = None) -> set[str]:
    """Rewrite the file with its links, and return the linked keys.

    A region is the known thing of its name that lies in one of its countries, or in none.

    Args:
        path: The file, that of the seeds by default.
    """
    path = path or seed_path(REGIONS)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = places_by_name()
    for row in rows:
        row["entity_key"] = link_of(row, known)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, REGIONS.column_names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return {row["entity_key"] for row in rows} - {""}


def places_by_name() -> dict[str, SeedRow]:
    """Return the known places by folded name; of several the first."""
    found: dict[str, SeedRow] = {}
    for row in read_seed_rows(ENTITIES_SEED):
        if row["label"] in CLASS_OF_LABEL:
            found.setdefault(fold_name(plain_name(row)), row)
    return found


def link_of(region: Mapping[str, str], known: Mapping[str, SeedRow]) -> str:
    """Return the key of the known thing that a region is, or nothing."""
    names = [fold_name(region["name"]), *region["other_names"].split(";")]
    for name in names[: 1 if region["feature_class"] == "city" else None]:
        entity = known.get(name)
        codes = region["country_codes"].split(";")
        if entity is None:
            continue
        is_near = not entity["country_code"] or entity["country_code"] in codes
        if is_near or entity_key(entity) == region["place_key"]:
            return entity_key(entity)
    return ""
