"""Draw quickly: what stands still is drawn once, what moves is drawn over a copy of it."""

import io
import zlib

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image


class Canvas:
    """A figure that is drawn again and again, and differs each time only in what moves.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    moving : sequence of matplotlib artists
        All that changes between two pictures. The rest is drawn once.
    ground : hashable
        Says what stands still now, if that is not always the same.
    """

    def __init__(self, figure, moving, ground=None):
        self._agg = FigureCanvasAgg(figure)
        self._figure = figure
        self._moving = sorted(moving, key=lambda artist: artist.get_zorder())
        for artist in self._moving:
            artist.set_animated(True)
        self._agg.draw()  # the layout is computed here
        figure.set_layout_engine("none")  # and stays as it is
        self._stills = {ground: self._agg.copy_from_bbox(figure.bbox)}

    def png(self, ground=None):
        """Return the picture as PNG bytes, of the figure's size and resolution."""
        if ground not in self._stills:
            self._agg.draw()
            self._stills[ground] = self._agg.copy_from_bbox(self._figure.bbox)
        self._agg.restore_region(self._stills[ground])
        for artist in self._moving:
            if artist.get_visible():  # to be told so by each that is not takes its time, too
                self._figure.draw_artist(artist)
        picture = Image.fromarray(np.asarray(self._agg.buffer_rgba())).convert("RGB")
        buffer = io.BytesIO()
        # Run-length coding: half the time of the default, and a plot is mostly runs of white.
        picture.save(buffer, "png", compress_level=1, compress_type=zlib.Z_RLE)
        return buffer.getvalue()
