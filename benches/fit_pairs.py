#!/usr/bin/env python3
"""Fits the two tables of weights in src/findings/pairing/evidence.rs on stories whose answers are known.

  cargo build --no-default-features --example pairs
  benches/fit_pairs.py            fits WEIGHTS: paste them, build again
  benches/fit_pairs.py --apart    fits WEIGHTS_APART, which build on them

A pair of figures belongs together if an agreement, a difference of value or precision, or an edit of the stories names both; pairs
that differ in scope are left out; all others do not belong together. Each weighing is a logistic regression with a ridge, solved by
Newton's method. What is printed as held out is measured story by story, fitted on the other stories. The stories lie beside the
project, in ../shared/bench/news/dev; without them there is nothing to do. Python 3 standard library only.
"""
import argparse
import json
import math
import os
import re
import subprocess
import sys
from collections import Counter

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NEWS = os.path.join(ROOT, "..", "shared", "bench", "news", "dev")
RIDGE = 1.0


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def alike(a, b):
    """Whether two printed figures overlap: one inside the other, or a number in common."""
    plain = lambda s: re.sub(r"\s+", " ", s.lower().replace("’", "'"))
    a, b = plain(a), plain(b)
    return a in b or b in a or any(re.search(r"\d", w) for w in set(re.findall(r"[\w.,$%/:-]*\w", a)) & set(re.findall(r"[\w.,$%/:-]*\w", b)))


def groups(gold):
    """Sets of mentions of one quantity, and those that differ in scope."""
    one, scope = [], []
    for agreement in gold["agreements"]:
        one.append(agreement["mentions"])
    for finding in gold["findings"]:
        if finding["kind"] in ("figure", "date"):
            (scope if finding["verdict"] == "different_scope" else one).append(finding["values"])
    for edit in gold.get("perturbations", []):
        if edit["kind"] in ("figure", "date"):
            one.append([edit["mention"], *edit["others"]])
    return one, scope


def holds(group, left, right):
    hit = lambda place: any(m["article"] == place[0] and m["sentence"] == place[1] and alike(m["surface"], place[2]) for m in group)
    return hit(left) and hit(right)


def samples(program, apart):
    found = []
    for part in ("plain", "perturbed"):
        stories = rows(os.path.join(NEWS, part + ".jsonl"))
        answers = {gold["id"]: groups(gold) for gold in rows(os.path.join(NEWS, part + "_gold.jsonl"))}
        lines = "".join(json.dumps({"id": s["id"], "articles": [{"name": a["name"], "published": a.get("date"), "sentences": a["sentences"]}
                                                              for a in s["articles"]]}) + "\n" for s in stories)
        output = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
        for line in output.splitlines():
            cells = line.split("\t")
            story, (left, right), meets = cells[0], [(int(c[0]), int(c[1]), c[2]) for c in (cells[1:4], cells[4:7])], cells[7] == "1"
            if apart and (meets or part == "plain"):
                continue
            bar = cells.index("|")
            measures = [float(cell) for cell in (cells[bar + 1:] if apart else cells[8:bar])]
            one, scope = answers[story]
            is_one = any(holds(group, left, right) for group in one)
            if not is_one and any(holds(group, left, right) for group in scope):
                continue
            found.append((story[:8], measures, is_one, (story, left, right)))
    return found


def solve(matrix, vector):
    """Solves a symmetric system by elimination with pivots."""
    n = len(vector)
    table = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(table[k][i]))
        table[i], table[pivot] = table[pivot], table[i]
        for k in range(i + 1, n):
            factor = table[k][i] / table[i][i]
            if factor:
                table[k] = [x - factor * y for x, y in zip(table[k], table[i])]
    answer = [0.0] * n
    for i in reversed(range(n)):
        answer[i] = (table[i][n] - sum(table[i][k] * answer[k] for k in range(i + 1, n))) / table[i][i]
    return answer


def fit(data):
    n = len(data[0][0])
    weights = [0.0] * n
    for _ in range(25):
        gradient = [-RIDGE * w * (i > 0) for i, w in enumerate(weights)]
        hessian = [[RIDGE * (i == k and i > 0) + 1e-9 * (i == k) for k in range(n)] for i in range(n)]
        for measures, is_one, weight in data:
            p = chance(weights, measures)
            for i, x in enumerate(measures):
                if x:
                    gradient[i] += weight * x * (is_one - p)
                    for k in range(i + 1):
                        if measures[k]:
                            hessian[i][k] += weight * x * measures[k] * p * (1 - p)
        for i in range(n):
            for k in range(i + 1, n):
                hessian[i][k] = hessian[k][i]
        step = solve(hessian, gradient)
        weights = [w + max(-2.0, min(2.0, s)) for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-4:
            break
    return weights


def chance(weights, measures):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(w * x for w, x in zip(weights, measures))))))


def report(scored):
    scored.sort(key=lambda entry: -entry[0])
    total = sum(is_one for _, is_one, _ in scored)
    right = precision_sum = 0
    marks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    table = {}
    for n, (p, is_one, _) in enumerate(scored, 1):
        right += is_one
        precision_sum += is_one * right / n
        for mark in marks:
            if p >= mark:
                table[mark] = (right / n, right / total)
    print(f"held out: {len(scored)} pairs, {total} of one quantity, average precision {precision_sum / max(total, 1):.3f}")
    for mark in marks:
        if mark in table:
            print(f"  from {mark:.1f} on: precision {table[mark][0]:.3f}, recall {table[mark][1]:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--apart", action="store_true", help="fit the weights for values that differ")
    parser.add_argument("--pairs", help="the program that prints the pairs; default: target/debug/examples/pairs")
    parser.add_argument("--show", type=int, default=0, help="print so many pairs that are weighed worst")
    options = parser.parse_args()
    if not os.path.isdir(NEWS):
        print("no stories beside the project, nothing fitted")
        return
    program = options.pairs or os.path.join(ROOT, "target", "debug", "examples", "pairs")
    if not os.path.exists(program):
        sys.exit("build the program first: cargo build --no-default-features --example pairs")
    data = samples(program, options.apart)
    copies = Counter()
    for story in {place[0] for _, _, _, place in data}:
        copies[story[:8]] += 1
    weigh = lambda key: 1.0 if options.apart else 3.0 / copies[key]
    scored = []
    for story in sorted({key for key, *_ in data}):
        weights = fit([(m, y, weigh(key)) for key, m, y, _ in data if key != story])
        scored += [(chance(weights, m), y, place) for key, m, y, place in data if key == story]
    report(scored)
    for p, is_one, place in sorted(scored, key=lambda entry: entry[0] if entry[1] else 1 - entry[0])[:options.show]:
        print(f"  {p:.2f} {'one' if is_one else 'other'} {place}")
    weights = fit([(m, y, weigh(key)) for key, m, y, _ in data])
    print("weights:", ", ".join(f"{w:.1f}" for w in weights))


if __name__ == "__main__":
    main()
