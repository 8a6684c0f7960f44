from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_papers import RUN, parks, streets

from pipeline.doctor import Finding
from pipeline.doctor.register import examine_outputs
from pipeline.ingest import paper_json
from pipeline.register import Register


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Outputs of two papers."""
    folder = tmp_path / "extracted"
    folder.mkdir()
    with Register(folder / "register.db") as register:
        for paper in (streets(), parks()):
            (folder / f"{paper.paper.slug}.json").write_text(paper_json(paper), encoding="utf-8")
            register.write(paper, "f", "2020-11-15T09:00:00")
        register.finish("2020-11-15", RUN)
    return folder


@pytest.fixture
def findings(out: Path):
    """What the doctor says of the outputs, by what was looked at."""

    def examine() -> dict[str, Finding]:
        found: Iterator[Finding] = examine_outputs(out, out.parent / "corpus")
        return {finding.subject: finding for finding in found}

    return examine
