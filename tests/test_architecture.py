"""What no type checker sees: nobody imports app, help is quick to load, files stay short."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("assistant", "knowledge", "ingest", "eval")
HEAVY = {
    "torch",
    "sentence_transformers",
    "whisper",
    "gradio",
    "faiss",
    "langchain_core",
    "sklearn",
}


def _files() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def _imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_nobody_imports_app() -> None:
    guilty = [p for p in _files() if "app" in _imports(ast.parse(p.read_text(encoding="utf-8")))]
    assert guilty == []


def test_app_is_short() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("path", _files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_holds_two_things(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_no_stray_names() -> None:
    stray = {"utils", "helpers", "manager", "base", "common"}
    assert [path for path in _files() if path.stem in stray] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_help_pays_for_nothing_heavy(package: str) -> None:
    code = (
        "import sys, runpy; sys.argv = ['x', '--help']\n"
        f"try: runpy.run_module('{package}', run_name='__main__')\n"
        "except SystemExit: pass\n"
        f"print(sorted(set(sys.modules) & {HEAVY!r}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_a_language_is_compared_by_name_in_its_own_folder_only() -> None:
    guilty = []
    for path in _files():
        if path.parent == ROOT / "knowledge" / "languages":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                if any(
                    isinstance(s, ast.Constant) and s.value in {"zh", "yue", "en"} for s in sides
                ):
                    guilty.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert guilty == []
