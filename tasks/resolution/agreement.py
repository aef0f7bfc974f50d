"""Whether two documents speak of one thing, judged by what they say of it.

All functions are symmetric, so that no result depends on the order of documents.
"""

from collections.abc import Collection

from tasks.resolution.nodes import Evidence, official_roles


def agree(one: Evidence, other: Evidence) -> bool:
    """Tell whether there is positive evidence for one thing.

    That is a shared body, a rare name beside it, a role, or a country where the roles do not speak
    against it.
    """
    if one.bodies & other.bodies:
        return True
    if are_apart(one.countries, other.countries):
        return False
    if one.beside & other.beside:
        return True
    if one.roles & other.roles:
        return not are_apart(one.where, other.where)
    return bool(one.countries & other.countries) and not roles_differ(one.roles, other.roles)


def contradict(one: Evidence, other: Evidence) -> bool:
    """Tell whether two things of one name are surely two: other countries, or other jobs."""
    if one.bodies & other.bodies:
        return False
    if are_apart(one.countries, other.countries):
        return True
    if one.beside & other.beside:
        return False
    if one.is_strong and other.is_strong and are_apart(one.where, other.where):
        return True
    return roles_differ(one.roles, other.roles)


def are_apart(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether two sets are both known and share nothing."""
    return bool(one) and bool(other) and not set(one) & set(other)


def roles_differ(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether roles are of different walks of life: a general may be a minister, no baker."""
    if not are_apart(one, other):
        return False
    official = official_roles()
    return not (set(one) & official and set(other) & official)
