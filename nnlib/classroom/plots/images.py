"""Pictures of pictures: small grey images in rows, such as digits or the weights of a unit."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from ..style import PALETTE, WIDTH, new_figure

SIGNED = LinearSegmentedColormap.from_list("signed", [PALETTE["blue"], "white", PALETTE["orange"]])


def plot_images(images, captions=None, *, title, columns=10, signed=False):
    """Draw images side by side, dark on light, each over its caption.

    Parameters
    ----------
    images : array_like of shape (n, rows, columns)
        All are drawn on one scale.
    captions : list of n str, optional
        A line or two under each.
    title : str
    columns : int
        Images in a row.
    signed : bool
        Draw 0 as white, what is below it blue with a minus, what is above it orange.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If there is no image, or not a caption for each.
    """
    images = np.asarray(images, dtype=float)
    if images.ndim != 3 or images.size == 0:
        raise ValueError(f"images has shape {images.shape}; needed is (n, rows, columns).")
    captions = [""] * len(images) if captions is None else list(captions)
    if len(captions) != len(images):
        raise ValueError(f"There are {len(captions)} captions for {len(images)} images.")
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    lines = 1 + max(caption.count("\n") for caption in captions)
    side = WIDTH / columns
    fig = new_figure(title, size=(WIDTH, rows * (0.88 * side + 0.2 * lines) + 0.45))
    axes = fig.subplots(rows, columns, squeeze=False).ravel()
    largest = np.abs(images).max() or 1.0
    scale = {"cmap": SIGNED, "vmin": -largest} if signed else {"cmap": "Greys", "vmin": 0}
    for ax, image, caption in zip(axes, images, captions):
        ax.imshow(image, vmax=largest, **scale)
        if signed:
            _mark_negative(ax, image, largest)
        ax.set_xlabel(caption, fontsize=9)
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(True)
        ax.grid(False)
    for ax in axes[len(images) :]:
        ax.remove()
    return fig


def _mark_negative(ax, image, largest):
    """Put a minus on what is clearly below 0, so that colour does not stand alone."""
    for row, column in np.argwhere(image < -0.25 * largest):
        ax.text(column, row, "−", ha="center", va="center", fontsize=6)
