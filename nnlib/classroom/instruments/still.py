"""Still: an instrument as one picture, where there are no widgets to move it."""

import html

from ..style import picture_as_html, to_png

WANTED = "ipywidgets>=8.1,<9"


def what_is_missing():
    """Return a sentence that says what an instrument needs, or "" if all is there."""
    try:
        import ipywidgets
    except Exception as error:  # none, or one that does not fit the rest
        found = f"it cannot be loaded here ({type(error).__name__})"
    else:
        if hasattr(ipywidgets.Widget, "_repr_mimebundle_"):
            return ""
        found = f"here is {ipywidgets.__version__}"
    return (
        f"To move it, ipywidgets 8.1 or newer is needed; {found}. Install it by "
        f'%pip install "{WANTED}", and start the kernel anew.'
    )


def as_still(instrument, missing):
    """Return what a notebook shows: the picture at the start, its words, and what is missing."""
    words = instrument.words(instrument.start())
    picture = picture_as_html(to_png(instrument.draw()), words)
    text = "".join(f"<p>{html.escape(said)}</p>" for said in (missing, words))
    return {"text/plain": f"{instrument!r} {missing}", "text/html": text + picture}
