#!/usr/bin/env python3
"""Finds sentences of the outside references that were copied into the project: runs of eight words that stand in both.

Needs ../shared/bench beside the project. Prints each place and its words; exit status 1 if there are any.
"""
import glob, json, os, re, subprocess, sys

BENCH = os.path.join("..", "shared", "bench")
RUN = 8
NO_PROSE = re.compile(r"\.(png|ttf|otf|ico|lock)$|^LICENSE|^assets/fonts/|^assets/model/")


def words(text):
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


def runs(text):
    found = words(text)
    return [" ".join(found[at:at + RUN]) for at in range(len(found) - RUN + 1)]


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


known = set()
for path in glob.glob(os.path.join(BENCH, "**", "*.json*"), recursive=True):
    with open(path, encoding="utf-8", errors="replace") as file:
        for record in map(json.loads, file) if path.endswith("l") else [json.load(file)]:
            for text in texts(record):
                known.update(runs(text))

copied = 0
for path in subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.splitlines():
    if NO_PROSE.search(path):
        continue
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            for run in runs(line):
                if run in known:
                    copied += 1
                    print(f"{path}:{number}: {run}")
print(f"{copied} runs of {RUN} words copied from the outside references")
sys.exit(1 if copied else 0)
