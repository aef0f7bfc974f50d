"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_DIAMETER_KM: Final = 12_742.0


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees).

    >>> round(distance_km((34.44, 35.85), (32.89, 13.19)))
    2100
    """
    north, south = radians(first[0]), radians(second[0])
    half_height = sin((south - north) / 2) ** 2
    half_width = sin(radians(second[1] - first[1]) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(half_height + cos(north) * cos(south) * half_width))
