"""Buttons that move the slider of a Steps control: restart, back, next; play and pause."""


def step_buttons(steps, slider):
    """Return a box of buttons, each with its name on it.

    Parameters
    ----------
    steps : Steps
        Its `last` is where "Next" stops; its `play` is for `play_button`, 0 for none.
    slider : ipywidgets.IntSlider
    """
    import ipywidgets

    made = [
        button("Restart", lambda: setattr(slider, "value", 0)),
        button("Back", lambda: setattr(slider, "value", max(0, slider.value - 1))),
        button("Next", lambda: setattr(slider, "value", min(steps.last, slider.value + 1))),
    ]
    if steps.play:
        made = [*play_button(slider, steps.play), *made]
    return ipywidgets.HBox(made, layout={"flex_flow": "row wrap"})


def button(text, act):
    import ipywidgets

    made = ipywidgets.Button(description=text, layout={"width": "auto"})
    made.on_click(lambda _: act())
    return made


def play_button(slider, interval):
    """Return a button, and what it plays: a step each `interval` milliseconds.

    The buttons of `ipywidgets.Play` are icons without a name. So it is hidden, and counts only, in
    the browser, where it waits for no kernel. Played at the end, it begins again.
    """
    import ipywidgets

    player = ipywidgets.Play(
        min=slider.min,
        max=slider.max,
        interval=interval,
        value=slider.value,
        layout={"display": "none"},
    )
    ipywidgets.jslink((player, "value"), (slider, "value"))
    made = button("Play", lambda: setattr(player, "playing", not player.playing))
    made.layout.width = "6em"  # its neighbours stay where they are when its name changes

    def name_it(change):
        made.description = "Pause" if change["new"] else "Play"

    player.observe(name_it, names="playing")
    return made, player
