"""How exactly a mention locates, after the codes ``where_prec`` of UCDP.

``exact``: a city or a site. ``near``: near one ("outside Mosul"), or a facility that is known only
by the city it is named after. ``second_area``: a district or county. ``area``: a first-level area.
``country``: a country as a whole. ``region``: a named region, or part of a country ("northern
Mali"). ``water``: a sea, a lake, a river.
"""

from typing import Final

from tasks.nlp.places.beside import Beside
from tasks.nlp.places.candidates import Reading
from tasks.nlp.places.table import Place

OF_CLASS: Final = {
    "country": "country",
    "area": "area",
    "city": "exact",
    "site": "exact",
    "region": "region",
    "land": "region",
    "water": "water",
}


def precision_of(place: Place, reading: Reading, beside: Beside) -> str:
    """Return the precision code of a mention that means a place."""
    group = reading.group or beside.group
    code = OF_CLASS[place.feature_class]
    if code == "country":
        return "region" if reading.part or beside.part else code
    if code != "exact":
        return "second_area" if group == "second_area_word" and code == "area" else code
    if group in {"area_word", "second_area_word"} and place.feature_class == "city":
        return "area" if group == "area_word" else "second_area"
    return "near" if beside.near or reading.facility else code
