#!/usr/bin/env python3
"""Runs every outside reference and fails where a score is below what was reached before. The floors only rise.

usage: floors.py [--bin PATH]     (default target/release/crosscheck)
The references lie in ../shared/bench beside the project; standard library only.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, "..", "shared", "bench", "bench.py")


def bench(what, *options):
    arguments = sys.argv[1:]
    run = subprocess.run([sys.executable, BENCH, what, *options, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    print(f"--- bench.py {what}\n{run.stdout}{run.stderr}", flush=True)
    if run.returncode != 0 or "NO ANSWER" in run.stderr:
        sys.exit(f"bench.py {what} did not run through")
    return run.stdout


def figures(text):
    scores = {}
    for line in text.splitlines():
        parts = line.split()
        if len(parts) == 11 and parts[0] != "texts" and "/" in parts[4]:
            for name, column in zip(("span", "value", "interval", "unit", "noun", "kind"), parts[4:10]):
                scores[f"figures {parts[0]} {name}"] = float(column.split("/")[2])
    return scores


def stories(text):
    """The shipped judge on the stories it was grown on: a guard against breaking it, no figure of merit. benches/facts/fit.py has those."""
    scores = {}
    grab = lambda name, pattern: scores.update({f"stories {name}": float(m.group(1)) for m in [re.search(pattern, text)] if m})
    # The first table is of the stories, the second of their edited copies.
    grab("any F1", r"SENTENCE PAIRS.*?any:.*?F1 ([\d.]+)")
    grab("full F1", r"SENTENCE PAIRS.*?full.*?F1 ([\d.]+)")
    grab("figure+date conflict is a real difference %", r"figure\+date conflict  .*?a real difference\s+([\d.]+)%")
    grab("-false conflicts a story", r"false conflicts a story: ([\d.]+)")
    grab("-noise a story at least medium", r"among what is at least medium: ([\d.]+)")
    grab("certainty high a real difference %", r"certainty high\s+a real difference\s+([\d.]+)%")
    grab("figure+date conflicts and updates flagged %", r"figure\+date conflict, update\s+([\d.]+)%")
    called = r"\s+[\d.]+% \(\d+/\d+\)\s+[\d.]+% \(\d+/\d+\)\s+([\d.]+)%"
    grab("figure+date conflicts and updates called so %", r"figure\+date conflict, update" + called)
    grab("figure+date precision and scope called so %", r"figure\+date precision, scope" + called)
    grab("certainty medium a real difference %", r"certainty medium\s+a real difference\s+([\d.]+)%")
    grab("figure+date precision and scope flagged %", r"figure\+date precision, scope\s+([\d.]+)%")
    grab("agreeing values seen %", r"AGREEING VALUES.*?seen\s+([\d.]+)%")
    grab("-agreeing values called a difference %", r"called a difference\s+([\d.]+)%")
    return scores


def cases(text):
    faults, counters = re.search(r"^total\s+\d+/\d+\s+(\d+)/\d+\s+(\d+)/\d+", text, re.M).groups()
    return {"cases faults right": float(faults), "cases counter-cases right": float(counters)}


def align(text):
    scores = {}
    for name, body in re.findall(r"=== (\w+)\.jsonl:.*?\n(.*?)(?==== |\Z)", text, re.S):
        for key, pattern in (("F1", r"oracle.*?F1 ([\d.]+)"), ("AP", r"avg_precision ([\d.]+)"), ("accuracy", r"oracle \{'acc': ([\d.]+)"), ("Pearson", r"pearson ([\d.]+)")):
            found = re.search(pattern, body)
            if found:
                scores[f"align {name} {key}"] = float(found.group(1))
    return scores


def reading(text):
    p, r, f1 = re.search(r"text\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)", text).groups()
    fp, fr = re.search(r"figures\s+P ([\d.]+)\s+R ([\d.]+)", text).groups()
    return {"reading text F1": float(f1), "reading figures P": float(fp), "reading figures R": float(fr)}


def sentences(text):
    return {"sentences golden": float(re.search(r"sentences (\d+)/", text).group(1))}


def main():
    scores = {**figures(bench("figures")), **stories(bench("stories")), **cases(bench("cases")), **align(bench("align")), **reading(bench("reading")), **sentences(bench("sentences"))}
    with open(os.path.join(ROOT, ".ci", "floors.json"), encoding="utf-8") as file:
        floors = json.load(file)
    failed = 0
    for name, floor in floors.items():
        # A name with a minus is a rate of false alarms: its floor is a ceiling.
        is_ceiling = " -" in name
        score = scores.get(name)
        is_held = score is not None and (score <= floor if is_ceiling else score >= floor)
        failed += not is_held
        print(f"{'held ' if is_held else 'BELOW'}  {name}: {score} (at {'most' if is_ceiling else 'least'} {floor})")
    print(f"{len(floors) - failed} passed, {failed} failed")
    missing = sorted(set(scores) - set(floors))
    if missing:
        print("without a floor: " + ", ".join(f"{name} = {scores[name]}" for name in missing))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
