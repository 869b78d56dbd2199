#!/usr/bin/env python3
"""Fails if a linked dependency has a licence that was not agreed to. Reads `cargo metadata`; standard library only."""
import json
import re
import subprocess
import sys

AGREED = {
    "MIT", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib",
    "Unicode-3.0", "Unlicense", "CC0-1.0", "0BSD", "BSL-1.0",
    "MPL-2.0",                    # copyleft by the file; used unmodified
    "OFL-1.1", "Ubuntu-font-1.0",  # fonts
}


def is_agreed(expression):
    """A licence expression of SPDX, with the old `/` for OR: one side of every OR, all sides of every AND."""
    expression = expression.replace("/", " OR ").replace("(", " ( ").replace(")", " ) ")
    tokens = re.sub(r"\s+WITH\s+", "_WITH_", expression).split()
    python = " ".join({"OR": "or", "AND": "and", "(": "(", ")": ")"}.get(t, str(t.replace("_WITH_", " WITH ") in AGREED)) for t in tokens)
    return bool(eval(python, {"__builtins__": {}}))  # only True, False, and, or and brackets


metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked"]))
packages = {p["id"]: p for p in metadata["packages"]}
nodes = {n["id"]: n for n in metadata["resolve"]["nodes"]}
linked, queue = set(), list(metadata["workspace_members"])
while queue:
    node = queue.pop()
    if node in linked:
        continue
    linked.add(node)
    for dep in nodes[node]["deps"]:
        if any(kind["kind"] is None for kind in dep["dep_kinds"]):
            queue.append(dep["pkg"])
bad = sorted(f"{p['name']} {p['version']}: {p['license']}" for p in (packages[i] for i in linked) if not is_agreed(p["license"] or "none"))
print(f"{len(linked)} linked packages, {len(bad)} with a licence that was not agreed to")
print("\n".join(bad))
sys.exit(bool(bad))
