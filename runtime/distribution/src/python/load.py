"""Reads a folder that `thalweg run` has written, of one run or of a sweep, into numpy and pandas.

    from load import load
    run = load("runs/flat-valley-20260101-120000")
    run.tables["moments-sgd"]          # a pandas.DataFrame, or a dict of numpy arrays without pandas
    run.arrays["density-density"]      # a numpy.ndarray; run.about("density-density") says what it is
    run.verdict                        # the judgements, one per row
    run.experiment["problem"]["noise"]

Needs Python 3.8 and numpy; pandas if it is there. From a shell: python3 load.py FOLDER
"""

import csv
import json
import sys
from pathlib import Path

import numpy

try:
    import pandas
except ImportError:
    pandas = None

__all__ = ["load", "Run"]


class Run:
    """A run or a sweep. Tables and arrays are read when they are first asked for.

    folder      its path
    experiment  the experiment with every default filled in
    result      result.json: status, methods with their facts, what every file holds
    tables      by file name without .csv: DataFrames, or dicts of arrays without pandas
    arrays      by file name without .npy
    verdict     the judgements of a run as a table, empty if there are none
    journal     the finished points of a sweep as they were noted, empty for a run
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise FileNotFoundError(f"{folder} is no folder")
        self.experiment = self._json("experiment.json")
        self.result = self._json("result.json")
        self.provenance = self._json("provenance.json")
        # lines without a key say what points rest on: plugins' code and files
        self.journal = [line for line in _lines(self.folder / "journal.jsonl") if "key" in line]
        if not self.experiment and not self.result and not self.journal:
            raise FileNotFoundError(f"{folder} holds no run and no sweep: it has no result.json")
        self.tables = _Lazy(self._files(".csv"), _table)
        self.arrays = _Lazy(self._files(".npy"), lambda file: numpy.load(file, allow_pickle=False))
        self.verdict = _rows(self.result.get("judgements", []))

    def about(self, name):
        """What result.json says of a table or an array: title, columns with units, shape."""
        for value in self.result.values():
            for entry in value if isinstance(value, list) else []:
                if isinstance(entry, dict) and Path(str(entry.get("file", ""))).stem == name:
                    return entry
        raise KeyError(name)

    def _json(self, name):
        file = self.folder / name
        return _decode(json.loads(file.read_text("utf-8"))) if file.is_file() else {}

    def _files(self, suffix):
        found = {}
        for place in (self.folder, self.folder / "tables", self.folder / "arrays"):
            for file in sorted(place.glob("*" + suffix)):
                found[file.stem] = file
        return found

    def __repr__(self):
        return "\n".join(
            [
                f"{self.folder}: {self.result.get('status', 'not finished')}",
                "tables: " + ", ".join(self.tables),
                "arrays: " + ", ".join(self.arrays),
                f"judgements: {len(self.result.get('judgements', []))}"
                + (f", points in the journal: {len(self.journal)}" if self.journal else ""),
            ]
        )


class _Lazy(dict):
    """Files by name, each read when it is first asked for."""

    def __init__(self, files, read):
        super().__init__(files)
        self._read = read

    def __getitem__(self, name):
        if name not in self:
            raise KeyError(f"{name}; there are: {', '.join(self)}")
        value = super().__getitem__(name)
        if isinstance(value, Path):
            value = self._read(value)
            self[name] = value
        return value

    def get(self, name, default=None):
        return self[name] if name in self else default

    def values(self):
        return [self[name] for name in self]

    def items(self):
        return [(name, self[name]) for name in self]


def load(folder):
    """Reads a folder of a run or a sweep."""
    return Run(folder)


def _table(file):
    if pandas is not None:
        # words such as "none" are words here
        return pandas.read_csv(file, keep_default_na=False, na_values=["NaN", ""])
    with open(file, encoding="utf-8", newline="") as text:
        rows = list(csv.reader(text))
    return {name: _column([row[c] for row in rows[1:]]) for c, name in enumerate(rows[0])}


def _column(cells):
    for kind in (numpy.int64, numpy.float64):
        try:
            return numpy.array([kind(cell) for cell in cells], dtype=kind)
        except (ValueError, OverflowError):
            continue
    return numpy.array(cells, dtype=object)


def _rows(records):
    if pandas is not None:
        return pandas.DataFrame(records)
    names = list(dict.fromkeys(name for record in records for name in record))
    return {name: numpy.array([r.get(name) for r in records], dtype=object) for name in names}


def _lines(file):
    """The whole lines of a journal; a crash may have cut the last one."""
    found = []
    if file.is_file():
        for line in file.read_text("utf-8").splitlines():
            try:
                found.append(_decode(json.loads(line)))
            except ValueError:
                continue
    return found


def _decode(value):
    """JSON has no NaN and no infinities: Thalweg writes them as words."""
    if isinstance(value, dict):
        return {key: _decode(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_decode(v) for v in value]
    words = {"NaN": numpy.nan, "inf": numpy.inf, "-inf": -numpy.inf}
    words.update({"Infinity": numpy.inf, "-Infinity": -numpy.inf})
    return words.get(value, value) if isinstance(value, str) else value


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 load.py FOLDER")
    print(load(sys.argv[1]))
