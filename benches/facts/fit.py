#!/usr/bin/env python3
"""Fits the judge of facts: how likely two figures give one quantity. Writes assets/model/same_fact.tsv.

  pip install numpy scikit-learn lightgbm
  cargo build --release --no-default-features --example facts
  python3 benches/facts/fit.py [--keep FOLDER] [--folds-only]

Stories and answers are those of ../shared/bench/stories. They are parted into five folds, all stories of one topic in one fold. For each
fold trees are grown on the other four, and what is printed is how they do on the stories that they have not seen: first for pairs of
figures, then, with the program judging by them, as score_stories.py counts findings. The table that is shipped is grown on all stories,
so what the program scores with it on these stories says nothing. The folds' answers are kept in FOLDER.
"""
import argparse, collections, re, subprocess, sys, tempfile
from pathlib import Path

import lightgbm
import numpy as np
from sklearn.metrics import average_precision_score

import related
from left_out import BENCH, N_FOLDS, ROOT, SETTINGS, ask, folds, rows, write

WHAT = "do two figures give one quantity? Written by benches/facts/fit.py."
N_TREES = 300
# The copies with changed figures teach that a fact may have another value, which the stories themselves show 124 times only. At 1 they
# would teach nothing else: of 0, .1, .3 and 1 this finds most changed figures at one rate of right findings on stories left out.
COPY_WEIGHT = 0.3


def places(sentence, words):
    """Where `words` stand in `sentence`, in bytes."""
    found = [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", sentence)]
    if not found and words in sentence:
        found = [(sentence.index(words), sentence.index(words) + len(words))]
    return [(len(sentence[:a].encode()), len(sentence[:b].encode())) for a, b in found]


def labels(story, gold, figures, pairs):
    """For each pair of figures whether they give one fact."""
    seats = collections.defaultdict(list)
    for number, fact in enumerate(gold["facts"]):
        for group in fact["groups"]:
            for article, sentence, words in group["m"]:
                for start, end in places(story["articles"][article]["sentences"][sentence], words):
                    seats[article, sentence].append((start, end, number))
    facts = [{n for start, end, n in seats[a, s] if start < y and x < end} for a, s, x, y in figures]
    return np.array([bool(facts[i] & facts[j]) for i, j in pairs], dtype=int)


def measured(binary, stories, golds):
    with tempfile.TemporaryDirectory() as folder:
        prefix = str(Path(folder) / "pairs")
        ask(binary, ["measure", prefix], stories)
        lines, data = rows(prefix + ".jsonl"), Path(prefix + ".bin").read_bytes()
    n_pairs = sum(line["n_pairs"] for line in lines)
    table = np.frombuffer(data, dtype=np.uint8).reshape(n_pairs, -1)
    numbers, measures = table[:, :8].copy().view("<u4"), table[:, 8:].copy().view("<f4")
    found, at = [], 0
    for story, line in zip(stories, lines):
        pairs = numbers[at : at + line["n_pairs"]]
        across = [line["figures"][i][0] != line["figures"][j][0] for i, j in pairs]
        found.append((measures[at : at + len(pairs)], labels(story, golds[story["id"]], line["figures"], pairs), np.array(across, dtype=bool)))
        at += len(pairs)
    return found


def grow(found, copies):
    """Trees grown on stories and, each weighing less, on copies of them in which figures were changed."""
    both = found + copies
    weights = np.concatenate([np.ones(len(y)) for _, y, _ in found] + [np.full(len(y), COPY_WEIGHT) for _, y, _ in copies])
    data = lightgbm.Dataset(np.concatenate([m for m, _, _ in both]), np.concatenate([y for _, y, _ in both]), weight=weights)
    return lightgbm.train(SETTINGS, data, N_TREES)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / "target/release/examples/facts"))
    parser.add_argument("--keep", default=tempfile.mkdtemp(), help="where the folds' tables and answers go")
    parser.add_argument("--folds-only", action="store_true", help="leave the shipped table as it is")
    options = parser.parse_args()
    keep = Path(options.keep)
    keep.mkdir(parents=True, exist_ok=True)
    stories, golds = rows(BENCH / "dev/stories.jsonl"), {gold["id"]: gold for gold in rows(BENCH / "dev/gold.jsonl")}
    edited, edited_golds = rows(BENCH / "dev/edited.jsonl"), {gold["id"]: gold for gold in rows(BENCH / "dev/edited_gold.jsonl")}
    found, copied = measured(options.binary, stories, golds), measured(options.binary, edited, edited_golds)
    if not options.folds_only:
        write(grow(found, copied), ROOT / "assets/model/same_fact.tsv", WHAT)
    fold, fold_of_copy = folds(stories), folds(edited)
    in_common = related.measured(options.binary, stories, golds)
    scores, answers, of_edited = [None] * len(stories), [None] * len(stories), []
    for number in range(N_FOLDS):
        model = grow([one for one, at in zip(found, fold) if at != number], [one for one, at in zip(copied, fold_of_copy) if at != number])
        tables = [keep / f"fold{number}.tsv", keep / f"related{number}.tsv"]
        write(model, tables[0], WHAT)
        write(related.grow([one for one, at in zip(in_common, fold) if at != number]), tables[1], related.WHAT)
        held = [at for at in range(len(stories)) if fold[at] == number]
        for at, answer in zip(held, ask(options.binary, ["judge", *tables], [stories[at] for at in held]).splitlines()):
            scores[at], answers[at] = model.predict(found[at][0]), answer
        copies = [story for story, at in zip(edited, fold_of_copy) if at == number]
        of_edited += ask(options.binary, ["judge", *tables], copies).splitlines()
    y, p = np.concatenate([y for _, y, _ in found]), np.concatenate(scores)
    across = np.concatenate([a for _, _, a in found])
    apart = across & (np.concatenate([m[:, -1] for m, _, _ in found]) >= 3)
    print(f"{len(stories)} stories left out in {N_FOLDS} folds, {across.sum()} pairs of figures of two articles")
    print(f"average precision: all {average_precision_score(y[across], p[across]):.3f}, values that differ {average_precision_score(y[apart], p[apart]):.3f}")
    for name, lines in (("stories", answers), ("edited", of_edited)):
        (keep / f"{name}.answers.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        gold = "gold" if name == "stories" else "edited_gold"
        print(f"== {name}, by trees that have not seen them", flush=True)
        subprocess.run([sys.executable, BENCH / "score_stories.py", BENCH / f"dev/{name}.jsonl", BENCH / f"dev/{gold}.jsonl", keep / f"{name}.answers.jsonl"], check=True)


if __name__ == "__main__":
    main()
