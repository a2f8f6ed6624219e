from __future__ import annotations

import zipfile
from io import BytesIO

from quizgen.archive import zipped


def test_a_zip_is_the_same_whatever_the_order_and_tells_nothing_of_the_machine() -> None:
    files = {"b/two.xml": b"two" * 100, "a.xml": b"one", "empty/": b""}
    data = zipped(files)
    assert data == zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["a.xml", "b/two.xml", "empty/"]
        assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}
        assert archive.read("b/two.xml") == b"two" * 100
        assert entries[1].compress_size < entries[1].file_size
        assert [entry.is_dir() for entry in entries] == [False, False, True]
