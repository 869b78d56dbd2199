#!/usr/bin/env python3
"""Fits the judge of related claims: how likely two claims say something in common. Writes assets/model/related.tsv.

  pip install numpy scikit-learn lightgbm
  cargo build --release --no-default-features --example facts
  python3 benches/facts/related.py [--folds-only]

Stories and answers are those of ../shared/bench/stories, parted into folds, all of one topic in one. What is printed
is how well trees order pairs of sentences of stories they have not seen; the table that is shipped is grown on all.
"""
import argparse, tempfile
from pathlib import Path

import lightgbm
import numpy as np

from left_out import BENCH, N_FOLDS, ROOT, SETTINGS, ask, folds, rows, write

WHAT = "do two claims say something in common? Written by benches/facts/related.py."
# A pair that shares a statement which is not the main one of both is not quite a pair.
PARTIAL = 0.6
N_TREES = 300


def measured(binary, stories, golds):
    """Of each story the measures of its pairs of claims, and for each pair 1 if their main statements match, PARTIAL if any do, or 0."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = str(Path(folder) / "claims")
        ask(binary, ["claims", prefix], stories)
        lines, data = rows(prefix + ".jsonl"), np.fromfile(prefix + ".bin", dtype="<f4")
    table, at, found = data.reshape(sum(len(line["pairs"]) for line in lines), -1), 0, []
    for line in lines:
        kinds = {tuple(pair[:4]): pair[4] for pair in golds[line["id"]]["pairs"]}
        kind = [kinds.get((*first, *second)) for first, second in line["pairs"]]
        found.append((table[at : at + len(kind)], np.array([{"full": 1.0, None: 0.0}.get(one, PARTIAL) for one in kind])))
        at += len(kind)
    return found


def grow(found):
    settings = SETTINGS | dict(objective="cross_entropy")
    return lightgbm.train(settings, lightgbm.Dataset(np.concatenate([m for m, _ in found]), np.concatenate([y for _, y in found])), N_TREES)


def report(scores, labels, n_any, n_full):
    for name, is_one, counts, total in (("any", labels > 0, labels >= 0, n_any), ("full", labels == 1, (labels == 1) | (labels == 0), n_full)):
        order = np.argsort(-scores[counts], kind="stable")
        right = np.cumsum(is_one[counts][order])
        precision, recall = right / np.arange(1, len(order) + 1), right / total
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = f1.argmax()
        print(f"{name}: best F1 {f1[best]:.3f} from {scores[counts][order][best]:.3f} on, precision {precision[best]:.3f}, recall {recall[best]:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / "target/release/examples/facts"))
    parser.add_argument("--folds-only", action="store_true", help="leave the shipped table as it is")
    options = parser.parse_args()
    stories, golds = rows(BENCH / "dev/stories.jsonl"), {gold["id"]: gold for gold in rows(BENCH / "dev/gold.jsonl")}
    found = measured(options.binary, stories, golds)
    if not options.folds_only:
        write(grow(found), ROOT / "assets/model/related.tsv", WHAT)
    fold, scores = folds(stories), [None] * len(stories)
    for number in range(N_FOLDS):
        model = grow([one for one, at in zip(found, fold) if at != number])
        for at in range(len(stories)):
            if fold[at] == number:
                scores[at] = model.predict(found[at][0])
    pairs = [pair for gold in golds.values() for pair in gold["pairs"]]
    report(np.concatenate(scores), np.concatenate([y for _, y in found]), len(pairs), sum(pair[4] == "full" for pair in pairs))


if __name__ == "__main__":
    main()
