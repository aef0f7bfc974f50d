"""Ctrl-C, also where a library fails over it."""


def came_of_interrupt(error: BaseException) -> bool:
    """Tell whether an error was raised while Ctrl-C was being handled.

    A library that is interrupted in the middle of its own work may fail over its unfinished state.
    """
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        if isinstance(link, KeyboardInterrupt):
            return True
        seen.add(id(link))
        link = link.__cause__ or link.__context__
    return False
