"""Write a reveal.js deck with speaker notes from each notebook into slides/.

The decks work without a network: reveal.js and MathJax are fetched once with npm and copied
beside them. Press S in a deck for the speaker notes, F for the full screen.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from nbconvert import SlidesExporter
from nbconvert.preprocessors import TagRemovePreprocessor

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SLIDES = ROOT / "slides"

# What a deck loads; the whole packages are ten times as large.
ASSETS = [
    "reveal.js/dist",
    "reveal.js/plugin/notes",
    "mathjax/MathJax.js",
    "mathjax/config/TeX-AMS_CHTML-full.js",
    "mathjax/extensions",
    "mathjax/jax/element",
    "mathjax/jax/input/TeX",
    "mathjax/jax/output/CommonHTML",
    "mathjax/fonts/HTML-CSS/TeX/woff",
]


def fetch_assets():
    """Fetch and copy what the decks load; return False, with a word on it, where that fails."""
    npm = shutil.which("npm")
    quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    if npm is None or subprocess.run([npm, "install", *quiet], cwd=HERE).returncode:
        print("npm is missing (it comes with Node.js) or failed: these decks need a network.")
        return False
    for name in ASSETS:
        source, target = HERE / "node_modules" / name, SLIDES / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    return True


def make_exporter(offline):
    """Return the exporter; what `offline` leaves out falls back to nbconvert's own addresses."""
    exporter = SlidesExporter(
        template_name="template",
        extra_template_basedirs=[str(HERE)],
        reveal_theme="white",
        reveal_transition="none",
        reveal_number="c/t",
        reveal_width="1280",
        reveal_height="800",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    # The code of a picture is for readers; a class looks at the picture.
    exporter.register_preprocessor(
        TagRemovePreprocessor(remove_input_tags={"plot"}, enabled=True), enabled=True
    )
    if offline:
        exporter.reveal_url_prefix = "reveal.js"
        exporter.mathjax_url = "mathjax/MathJax.js?config=TeX-AMS_CHTML-full"
    return exporter


def main():
    SLIDES.mkdir(exist_ok=True)
    exporter = make_exporter(offline=fetch_assets())
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        deck, _ = exporter.from_filename(str(notebook))
        path = SLIDES / (notebook.stem + ".slides.html")
        path.write_text(deck, encoding="utf-8", newline="\n")
        print(f"slides/{path.name}")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # a console may lack letters of a path
    sys.exit(main())
