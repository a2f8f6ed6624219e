"""Make the README's pictures from what this repository's course builds: `make pictures`."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from quizgen import assemble, exporters
from quizgen.course import load
from quizgen.model import Output, Settings
from tests.conftest import REPOSITORY

PICTURES = Path(__file__).parent / "pictures"
BANK, ITEM = "ms13-not-terrorist", "what-sets-terrorists-apart"
WIDTH, HEIGHT = 560, 725  # the shape of a page of paper
DAY = "2026-03-02T12:00:00"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def main() -> None:
    """Build the bank in every format, and look at each as a student would."""
    PICTURES.mkdir(exist_ok=True)
    files = built()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2)
        save("pdf", paper(files[f"students/pdf/{BANK}/quiz-A.pdf"], Path(folder)))
        save("anki", card(files[f"students/anki/{BANK}.apkg"], Path(folder), page))
        save("html", selftest(files[f"students/html/{BANK}.html"], Path(folder), page))
        browser.close()


def built() -> dict[str, bytes]:
    course = load(REPOSITORY).only([BANK])
    quizzes = assemble.of_banks(course, assemble.Plan(forms=1, seed=course.settings.defaults.seed))
    settings = Settings(paper="letter", time=1_767_225_600, whole=False)
    outputs: list[Output] = []
    for name in exporters.DEFAULT:
        outputs.extend(exporters.BY_NAME[name].export(quizzes, settings))
    return {output.name: output.data for output in outputs}


def paper(data: bytes, folder: Path) -> bytes:
    """The first page of a PDF file."""
    (folder / "quiz.pdf").write_bytes(data)
    command = ["pdftoppm", "-png", "-singlefile", "-r", "100", str(folder / "quiz.pdf"), str(folder / "quiz")]
    subprocess.run(command, check=True)
    return (folder / "quiz.png").read_bytes()


def card(data: bytes, folder: Path, page: Page) -> bytes:
    """The back of a card, as Anki puts it together."""
    (folder / "deck.apkg").write_bytes(data)
    collection = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions()
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"), options=options))
    (id,) = collection.find_cards(f"ID:{ITEM}")
    answer = collection.get_card(id).answer()
    collection.close()
    page.clock.set_fixed_time(DAY)  # options stand in another order on another
    page.set_viewport_size({"width": WIDTH * 4 // 3, "height": HEIGHT * 4 // 3})
    page.set_content(f'<meta name="viewport" content="width=device-width"><body class="card">{answer}</body>')
    taken = page.screenshot()
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return taken


def selftest(data: bytes, folder: Path, page: Page) -> bytes:
    """A question of a self-test with its answer checked."""
    (folder / "selftest.html").write_bytes(data)
    page.goto((folder / "selftest.html").as_uri())
    page.locator("#begin").click()
    question = page.locator("form, fieldset").filter(has_text="chiefly sets a terrorist organization apart").last
    question.get_by_label("The methods that it employs").check()
    question.get_by_role("button", name="Check").click()
    question.evaluate("question => window.scrollTo(0, question.getBoundingClientRect().top + window.scrollY - 60)")
    return page.screenshot()


def save(name: str, picture: bytes) -> None:
    """A picture in few colours, cut to one shape for all three."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image = image.resize((WIDTH, image.height * WIDTH // image.width), Image.Resampling.LANCZOS)
    image = image.crop((0, 0, WIDTH, HEIGHT))
    image.quantize(64).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
