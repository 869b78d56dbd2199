#!/usr/bin/env python3
"""Measures false alarms on pairs of sentences whose relation is known (EQUATE: NewsNLI, RTE-Quant, RedditNLI).

Each pair is given to `crosscheck batch` as two articles of one sentence. Printed are, of the figure and date findings called
conflict or differs, the share that falls on pairs that are not entailed, and the share of entailed pairs left without a conflict.
The pairs lie beside the project, in ../shared/bench/figures/nli-dev; without them there is nothing to do.

usage: benches/equate.py [--bin target/release/crosscheck] [--show N]
"""
import argparse
import glob
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAIRS = os.path.join(ROOT, "..", "shared", "bench", "figures", "nli-dev")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=os.path.join(ROOT, "target", "release", "crosscheck"))
    parser.add_argument("--show", type=int, default=0, help="print so many alarms on entailed pairs")
    options = parser.parse_args()
    pairs = [json.loads(line) for path in sorted(glob.glob(os.path.join(PAIRS, "*.jsonl"))) for line in open(path, encoding="utf-8")]
    if not pairs:
        print("no pairs beside the project, nothing measured")
        return
    stories = [{"id": pair["id"], "articles": [{"name": "premise", "sentences": [pair["premise"]]}, {"name": "hypothesis", "sentences": [pair["hypothesis"]]}]}
               for pair in pairs]
    text = "".join(json.dumps(story) + "\n" for story in stories)
    run = subprocess.run([options.bin, "batch", "-"], input=text.encode(), stdout=subprocess.PIPE, check=False)
    answers = {}
    for line in run.stdout.decode().splitlines():
        answer = json.loads(line)
        if "error" in answer:
            sys.exit(f"no answer for {answer['id']}: {answer['error']}")
        answers[answer["id"]] = answer
    alarms, right, entailed, quiet, by_relation = 0, 0, 0, 0, {}
    for pair in pairs:
        is_entailed = pair["label"] == "entailment"
        figures = [f for f in answers[pair["id"]]["findings"] if f["kind"] in ("figure", "date")]
        loud = [f for f in figures if f["relation"] in ("conflict", "differs")]
        alarms += len(loud)
        right += len(loud) * (not is_entailed)
        for finding in loud:
            count = by_relation.setdefault((pair["source"], finding["relation"]), [0, 0])
            count[0] += not is_entailed
            count[1] += 1
        conflicts = [f for f in figures if f["relation"] == "conflict"]
        entailed += is_entailed
        quiet += is_entailed and not conflicts
        if is_entailed and loud and options.show:
            options.show -= 1
            print(f"  {pair['id']}\n    {pair['premise']}\n    {pair['hypothesis']}")
            for finding in loud:
                print("    ", finding["relation"], [m["text"] for m in finding["mentions"]], "|", finding["why"])
    print(f"{len(pairs)} pairs, {entailed} entailed")
    for (source, relation), (good, n) in sorted(by_relation.items()):
        print(f"  {source:10} {relation:9} on pairs not entailed {good}/{n}")
    print(f"conflict or differs on pairs not entailed: {100 * right / max(alarms, 1):.1f} % ({right}/{alarms})")
    print(f"entailed pairs without conflict: {100 * quiet / max(entailed, 1):.1f} % ({quiet}/{entailed})")


if __name__ == "__main__":
    main()
