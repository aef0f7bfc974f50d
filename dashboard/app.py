"""What Streamlit runs: the frame around every view."""

from pathlib import Path
from typing import Final

import streamlit as st

from dashboard import safe_html
from dashboard.pages import navigation
from dashboard.shell import draw_frame
from warehouse.errors import TallybookError

FAVICON: Final = Path(__file__).with_name("favicon.svg")
"""A named symbol or an emoji would be fetched from the network."""


def main() -> None:
    """Draw the view that the address names."""
    st.set_page_config(page_title="tallybook", page_icon=FAVICON, layout="wide")
    page = navigation()
    draw_frame(page.title)
    try:
        page.run()
    except TallybookError as error:
        # What is published may be replaced, or turn out to be damaged, after the frame is drawn.
        st.html(safe_html.note(str(error), kind="error"))


if __name__ == "__main__":
    main()
