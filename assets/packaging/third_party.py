#!/usr/bin/env python3
"""Writes the licence texts of everything that is linked into the program, which their licences ask to be handed on with it.

usage: third_party.py [--target TRIPLE] > third-party.txt      standard library only
"""
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = re.compile(r"^(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)

arguments = sys.argv[1:]
only = ["--filter-platform", arguments[1]] if arguments[:1] == ["--target"] else []
command = ["cargo", "metadata", "--format-version", "1", "--locked", *only]
metadata = json.loads(subprocess.check_output(command, cwd=ROOT))
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}

linked, queue = set(), list(metadata["workspace_members"])
while queue:
    node = queue.pop()
    if node not in linked:
        linked.add(node)
        queue += [dep["pkg"] for dep in nodes[node]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
linked -= set(metadata["workspace_members"])

# Most crates share a text: each text once, however its lines are broken, below the names of those that have it.
owners, printed, without = {}, {}, []


def own(text, name):
    words = " ".join(text.split())
    printed.setdefault(words, text.replace("\r\n", "\n").strip())
    owners.setdefault(words, []).append(name)


for package in sorted((packages[node] for node in linked), key=lambda package: (package["name"], package["version"])):
    name = f"{package['name']} {package['version']} ({package['license'] or 'see its text'})"
    folder = Path(package["manifest_path"]).parent
    texts = sorted(path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name) and path.suffix not in (".rs", ".html"))
    for path in texts:
        own(path.read_text(encoding="utf-8", errors="replace"), name)
    if not texts:
        without.append(name)
for path in sorted((ROOT / "assets/fonts").glob("LICENCE-*")):
    own(path.read_text(encoding="utf-8"), f"the font {path.stem.removeprefix('LICENCE-')}")

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
print("Crosscheck is linked from the crates and fonts below. Where a crate may be used under one of several licences, it is used")
print("under the one that asks least. Crates under the MPL-2.0 are used unmodified; their sources are on crates.io by name and version.")
for words, names in sorted(owners.items(), key=lambda entry: entry[1]):
    print("\n" + "=" * 100 + "\n" + "\n".join(sorted(set(names))) + "\n" + "-" * 100 + "\n" + printed[words])
if without:
    print("\n" + "=" * 100 + "\nThese crates carry no text of their own beside the licence that they name:\n" + "\n".join(without))
