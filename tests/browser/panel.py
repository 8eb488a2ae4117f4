"""An instrument in the page, moved by the keyboard as a reader would."""

PICTURE = """async panel => {
    const bytes = await (await fetch(panel.querySelector('img').src)).arrayBuffer();
    const sum = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(sum)].join(' ');
}"""


class PagePanel:
    """One `.nnlib-instrument` of a page: its controls, its picture, its words."""

    def __init__(self, page, element):
        self.page, self.element = page, element
        element.scroll_into_view_if_needed()

    def picture(self):
        """A fingerprint of the picture's bytes."""
        return self.element.evaluate(PICTURE)

    def words(self):
        return self.element.query_selector("[role=status]").inner_text()

    def settled(self):
        """Wait until nothing changes any more; return the picture and the words."""
        before = None
        for _ in range(100):
            now = self.picture(), self.words()
            if now == before:
                return now
            before = now
            self.page.wait_for_timeout(150)
        raise TimeoutError("the picture changes without end")

    def after(self, act):
        """Do something, wait for the change that it makes, return the picture and the words."""
        before = self.settled()
        act()
        for _ in range(60):
            self.page.wait_for_timeout(50)
            if (self.picture(), self.words()) != before:
                return self.settled()
        return before

    def sliders(self):
        """Those that are shown."""
        found = self.element.query_selector_all("[role=slider]")
        return [slider for slider in found if slider.is_visible()]

    def label(self, slider):
        """What stands in front of it."""
        return slider.evaluate(
            "slider => slider.closest('.widget-slider').querySelector('.widget-label').innerText"
        )

    def show_all_sliders(self):
        """Where the first slider says how many things there are, take as many as possible."""
        if self.hidden_sliders():
            self.after(self.press(self.sliders()[0], "End"))

    def hidden_sliders(self):
        found = self.element.query_selector_all("[role=slider]")
        return [slider for slider in found if not slider.is_visible()]

    def press(self, control, key, times=1):
        """Return a function that gives a control the focus and presses a key."""

        def act():
            control.focus()
            for _ in range(times):
                self.page.keyboard.press(key)

        return act

    def inner_key(self, slider):
        """The arrow that moves a slider away from its nearer end, and the arrow back."""
        low, now, high = (
            float(slider.get_attribute(f"aria-value{x}")) for x in ("min", "now", "max")
        )
        back_and_forth = ("ArrowLeft", "ArrowRight")
        return back_and_forth if now - low > high - now else back_and_forth[::-1]

    def choices(self):
        """For each choice: the button that is pressed, and another one."""
        groups = self.element.query_selector_all(".widget-toggle-buttons")
        for group in groups:
            pressed = group.query_selector("button.mod-active")
            other = group.query_selector("button:not(.mod-active)")
            yield pressed, other

    def switches(self):
        return self.element.query_selector_all("input[type=checkbox]")

    def buttons(self):
        """Those that are shown."""
        return [b for b in self.element.query_selector_all("button") if b.is_visible()]

    def button(self, text):
        return self.element.query_selector(f"button:text-is('{text}')")

    def button_of(self, beginning):
        """The one whose name begins so, or None."""
        found = self.element.query_selector_all("button")
        return next((b for b in found if b.inner_text().startswith(beginning)), None)
