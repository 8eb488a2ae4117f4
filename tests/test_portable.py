"""check_portable.py gives each notebook each setting, and names what came out otherwise."""

import check_portable
from nbclient.exceptions import CellExecutionError


def test_each_notebook_meets_each_setting_and_a_change_is_told(monkeypatch, capsys):
    setting = {"OPENBLAS_NUM_THREADS": "2"}
    seen = []

    def changed_cells(path, setting):
        seen.append((path.name, setting))
        return ["cell 3: print(loss)"] if path.name.startswith("04") else []

    monkeypatch.setattr(check_portable, "settings", lambda which: [setting])
    monkeypatch.setattr(check_portable, "changed_cells", changed_cells)
    assert check_portable.main([]) == 1
    names = sorted(path.name for path in (check_portable.ROOT / "notebooks").glob("*.ipynb"))
    assert sorted(seen, key=lambda run: run[0]) == [(name, setting) for name in names]
    *lines, total = capsys.readouterr().out.splitlines()
    assert [line.endswith("OPENBLAS_NUM_THREADS=2: as stored") for line in lines] == [
        not name.startswith("04") for name in names
    ]
    assert "1 changed" in total


def test_an_unknown_word_runs_nothing(capsys):
    assert check_portable.main(["all"]) == 2
    assert "python tools/check_portable.py other" in capsys.readouterr().err


def test_a_notebook_that_fails_is_told_and_ends_no_other_run(monkeypatch):
    def executed(path, **setting):
        raise CellExecutionError("", "ValueError", "no such row")

    monkeypatch.setattr(check_portable, "executed", executed)
    path = next((check_portable.ROOT / "notebooks").glob("*.ipynb"))
    assert check_portable.changed_cells(path, {}) == ["failed with ValueError: no such row"]
