"""What an answer shows goes nowhere, what it prints is kept, and all is afterwards as it was."""

import getpass
import html
import logging
import os
import pdb
import subprocess
import sys
import warnings

import matplotlib
import numpy as np
import pytest
import tqdm
from matplotlib import pyplot as plt
from test_check import MEAN, SCALED, mean_of_squares, scaled

from nnlib.classroom.checking.marking import mark
from nnlib.classroom.checking.screen import LONGEST, SCREEN, Printed


def after(act):
    """Return a right answer that does something first."""

    def answer(A, b):
        act()
        return scaled(A, b)

    return answer


# --- Nothing is seen -----------------------------------------------------------------------------

SHOWS = {
    "print": lambda: print("shown", flush=True),
    "error": lambda: print("shown", file=sys.stderr),
    "write": lambda: sys.stdout.write("shown"),
    "screen": lambda: print("shown", file=sys.__stdout__),
    "descriptor": lambda: os.write(1, b"shown"),
    "program": lambda: os.system("echo shown"),
    "child": lambda: subprocess.run([sys.executable, "-S", "-c", "print('shown')"]),
    "warning": lambda: warnings.warn("shown", stacklevel=1),
    "log": lambda: logging.error("shown"),
    "new log": lambda: logging.basicConfig(level=0, force=True) or logging.error("shown"),
    "bar": lambda: list(tqdm.tqdm(range(3))),
    "figure": lambda: plt.plot([1, 2]) and plt.show(),
}


@pytest.mark.parametrize("act", SHOWS.values(), ids=SHOWS)
def test_nothing_that_an_answer_shows_is_seen(act, capfd):
    assert mark(SCALED, after(act)).status == "passed"
    sys.__stdout__.flush()
    assert capfd.readouterr() == ("", "")


def test_a_log_that_the_notebook_set_up_is_silent_and_then_goes_on(capfd):
    handler = logging.StreamHandler(sys.stderr)
    logging.root.addHandler(handler)
    try:
        mark(SCALED, after(lambda: logging.error("in the answer")))
        logging.error("in the notebook")
        assert capfd.readouterr().err == "in the notebook\n"
    finally:
        logging.root.removeHandler(handler)


def test_the_run_for_the_picture_is_as_quiet(capfd):
    def answer(A, b):
        print("printed")
        return -scaled(A, b)

    verdict = mark(SCALED, answer)
    assert "<img" in verdict._repr_html_()
    assert capfd.readouterr() == ("", "")


IN_A_NOTEBOOK = """
import sys
import numpy as np
from IPython.core.interactiveshell import InteractiveShell
from nnlib.classroom.checking.marking import mark
from nnlib.classroom import EXERCISES

class Shell(InteractiveShell):
    def ask_exit(self):
        print("The kernel ends.")

shell = Shell.instance()
displays = shell.display_pub
def two_layers(X, W1, b1, W2, b2):
    shell.ask_exit()
two_layers_shown = '''
from IPython.display import display, HTML
def answer(X, W1, b1, W2, b2):
    display(X, HTML("shown"))
    get_ipython().run_cell("X.shape")
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2
'''
shell.user_ns.update(globals())
shell.run_cell(two_layers_shown)
exercise = EXERCISES["3.3"]
print(mark(exercise, shell.user_ns["answer"]).status, mark(exercise, two_layers).status)
print(shell.display_pub is displays, sys.displayhook is sys.__displayhook__)
"""


@pytest.mark.slow
def test_nothing_is_displayed_in_a_notebook_and_exit_leaves_the_kernel_on(tmp_path):
    environment = os.environ | {"IPYTHONDIR": str(tmp_path)}
    command = [sys.executable, "-c", IN_A_NOTEBOOK]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert (run.stdout, run.stderr) == ("passed failed\nTrue True\n", "")


# --- Nobody is asked -----------------------------------------------------------------------------

ASKS = {
    "input": lambda: input("shown"),
    "password": lambda: getpass.getpass(),
    "keyboard": lambda: sys.stdin.readline(),
    "lines": lambda: list(sys.stdin),
    "breakpoint": lambda: breakpoint(),
    "debugger": lambda: pdb.Pdb().set_trace(),
}


@pytest.mark.parametrize("act", ASKS.values(), ids=ASKS)
def test_an_answer_that_asks_is_told_that_nobody_types(act, capfd):
    message = mark(SCALED, after(act)).message
    assert "it stops with RuntimeError: While an answer is checked, nobody can type" in message
    assert capfd.readouterr() == ("", "")


def test_what_reads_past_python_reads_nothing():
    read = []
    assert mark(SCALED, after(lambda: read.append(os.read(0, 9)))).status == "passed"
    assert set(read) == {b""}


# --- What it prints is kept ----------------------------------------------------------------------


def folded(verdict):
    """The text that a reader can unfold, or None."""
    shown = verdict._repr_html_()
    if "<details>" not in shown:
        return None
    return html.unescape(shown.partition("<pre")[2].partition(">")[2].partition("</pre>")[0])


def test_what_an_answer_prints_is_folded_under_its_verdict():
    def answer(A, b):
        print("A", A.shape, "<b>")
        return scaled(A, b)

    verdict = mark(SCALED, answer)
    assert folded(verdict) == "A (4, 6) <b>"
    assert "<b>" not in verdict._repr_html_().partition("<pre")[2].partition("</pre>")[0]
    assert "A (4, 6)" not in repr(verdict)


def test_who_prints_nothing_has_nothing_to_unfold():
    assert folded(mark(SCALED, scaled)) is None
    assert folded(mark(SCALED, after(lambda: print(" \n")))) is None


@pytest.mark.parametrize("prints_more", [True, False])
def test_the_call_that_went_wrong_is_told_and_else_the_first(prints_more):
    """Answer 3 is wrong: its numbers, not those of answer 1, are those of the sentence."""
    calls = []

    def answer(A, b):
        calls.append(A)
        if prints_more or len(calls) == 1:
            print("call", len(calls))
        return scaled(A, b) + (len(calls) == 3) * np.sin(A)

    assert folded(mark(SCALED, answer)) == ("call 3" if prints_more else "call 1")


def test_the_call_that_does_not_end_is_told():
    calls = []

    def answer(A, b):
        calls.append(A)
        print("call", len(calls))
        while len(calls) == 2:
            print(".", end="")
        return scaled(A, b)

    verdict = mark(SCALED, answer, time_limit=0.1)
    assert verdict.misconception == "does not end"
    assert folded(verdict).startswith("call 2\n....")
    assert len(folded(verdict)) < LONGEST + 20


def test_errors_and_what_goes_back_in_its_line_are_read_as_on_a_screen():
    def act():
        print("on", file=sys.stderr)
        print(" 10%\r 90%\r100%")
        print("\x1b[31mred\x1b[0m")

    assert folded(mark(SCALED, after(act))) == "on\n100%\nred"


def test_a_long_text_is_cut_and_says_so():
    printed = Printed()
    for _ in range(LONGEST):
        printed.add("ab")
    assert str(printed) == "ab" * (LONGEST // 2) + " ... (and more)"


def test_half_a_letter_can_be_sent_to_the_browser():
    def answer(A, b):
        print("\ud83d")
        raise ValueError("\ud83d")

    mark(SCALED, answer)._repr_html_().encode("utf-8")


def test_a_thread_that_was_left_behind_prints_into_no_other_answer():
    mine = Printed()
    with SCREEN.kept_in(mine):
        from threading import Thread

        thread = Thread(target=lambda: SCREEN.write("theirs"))
        thread.start()
        thread.join()
        SCREEN.write("mine")
    SCREEN.write("later")
    assert str(mine) == "mine"


# --- All is as it was ----------------------------------------------------------------------------


def state():
    return (
        [getattr(sys, name) for name in ("stdin", "stdout", "stderr", "breakpointhook")],
        [input, getpass.getpass, plt.show],
        list(warnings.filters),
        np.geterr(),
        dict(matplotlib.rcParams),
        matplotlib.get_backend(),
        [logging.root.level, list(logging.root.handlers), logging.root.manager.disable],
        [os.fstat(descriptor)[:3] for descriptor in range(3)],
        os.getcwd(),
    )


def test_the_state_of_the_notebook_stays_as_it_was(tmp_path):
    def answer(A, b):
        warnings.simplefilter("always", category=BytesWarning)
        np.seterr(all="raise")
        logging.basicConfig(level=0, force=True)
        plt.style.use("dark_background")
        plt.switch_backend("svg")
        os.chdir(tmp_path)
        return 1e308 * np.sign(A) * 10 + b

    before = state()
    mark(SCALED, answer)._repr_html_()
    assert state() == before


def test_figures_of_the_notebook_stay_and_those_of_an_answer_are_closed():
    figure = plt.figure()
    other = plt.figure()
    plt.figure(figure)

    def act():
        plt.plot([1, 2])
        plt.close("all")
        plt.figure(figure.number)
        plt.figure()

    try:
        assert mark(SCALED, after(act)).status == "passed"
        assert plt.get_fignums() == [figure.number, other.number]
        assert plt.gcf() is figure
        assert not figure.axes
    finally:
        plt.close("all")


def test_a_folder_that_is_gone_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert mark(SCALED, scaled).status == "passed"


def test_without_free_descriptors_there_is_a_verdict(monkeypatch):
    def no_more(*args):
        raise OSError("too many open files")

    monkeypatch.setattr(os, "open", no_more)
    assert mark(SCALED, after(lambda: print("shown"))).status == "passed"


def test_no_descriptor_is_left_open():
    def next_one():
        descriptor = os.open(os.devnull, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    mark(SCALED, scaled)
    before = next_one()
    for _ in range(5):
        mark(SCALED, scaled)
    assert next_one() == before


@pytest.mark.parametrize("number", [1e308, -1e308, np.inf, 1e-320])
def test_strict_settings_of_the_reader_stop_no_verdict(number):
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        verdict = mark(SCALED, lambda A, b: np.where(A > 0, number, A))
        assert verdict.status == "failed"
        assert "<b>" in verdict._repr_html_()


def test_an_answer_that_closes_the_screen_closes_it_for_nobody_else():
    def closes(A):
        sys.stdout.close()
        return mean_of_squares(A)

    def prints(A):
        print("here", flush=True)
        return mean_of_squares(A)

    assert mark(MEAN, closes).status == "passed"
    assert mark(MEAN, prints).status == "passed"
