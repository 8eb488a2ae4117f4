"""Pictures of functions of one variable: curves, and activations with their slopes."""

from ..style import PALETTE, cycle
from .axes import as_label, as_line, legend_below, panels


def plot_functions(x, curves, *, title, xlabel="x", ylabel="y"):
    """Draw several functions over the same x.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, 1)
    curves : dict of str to array_like of the length of x
    title : str
        What the picture finds.

    Returns
    -------
    matplotlib.figure.Figure
    """
    x = as_line(x, "x")
    fig, (ax,) = panels(title, min(len(curves), 1))
    for i, (name, y) in enumerate(curves.items()):
        colour, linestyle, _ = cycle(i)
        ax.plot(x, as_line(y, name, x), color=colour, linestyle=linestyle, label=as_label(name))
    ax.set(xlabel=xlabel, ylabel=ylabel)
    legend_below(fig, ax)
    return fig


def plot_activations(x, activations, *, title):
    """Draw several activations side by side, each with its slope.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, 1)
    activations : dict of str to (function, derivative)
        A derivative that is None is not drawn.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    x = as_line(x, "x")
    columns = 2 if len(activations) == 4 else 3
    fig, axes = panels(title, len(activations), columns=columns, sharex=True)
    for ax, (name, (activation, derivative)) in zip(axes, activations.items(), strict=True):
        ax.plot(x, as_line(activation(x), name, x), color=PALETTE["blue"], label="the function")
        if derivative is not None:
            slope = as_line(derivative(x), f"the slope of {name}", x)
            ax.plot(x, slope, color=PALETTE["vermillion"], linestyle="--", label="its slope")
        ax.set_title(name)
    for ax in axes[::columns]:
        ax.set_ylabel("y")
    for ax in axes[-columns:]:
        ax.set_xlabel("z")
    with_slope = [ax for ax in axes if len(ax.lines) == 2]
    if with_slope:
        legend_below(fig, with_slope[0])
    return fig
