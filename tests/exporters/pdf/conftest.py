"""What the tests of the PDF exporter share: the files that most of them look at."""

from __future__ import annotations

import pytest

from tests.exporters.pdf.samples import Built


@pytest.fixture(scope="session")
def built() -> Built:
    return Built()
