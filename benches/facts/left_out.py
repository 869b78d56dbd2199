"""What the scripts that fit judges to ../shared/bench/stories have in common: the stories, their folds, the settings of trees, tables."""
import json, re, subprocess
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "stories"
N_FOLDS = 5
# Shallow trees with many stories in each leaf: a hundred stories teach no fine distinctions. Not searched for, but for the number of
# leaves (7, 15 and 31 differ by less than .01).
SETTINGS = dict(objective="binary", learning_rate=0.05, num_leaves=15, max_depth=5, max_bin=200, min_data_in_leaf=40, feature_fraction=0.4,
                bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=2, seed=1, deterministic=True)


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def topic(story):
    """e05, e052 and e05p tell of one topic."""
    found = re.match(r"e\d\d", story)
    return found.group() if found else story


def requests(stories):
    for story in stories:
        articles = [{"name": str(a["name"]), "published": a.get("date"), "sentences": a["sentences"]} for a in story["articles"]]
        yield json.dumps({"id": story["id"], "articles": articles})


def ask(binary, arguments, stories):
    return subprocess.run([binary, *arguments], input="\n".join(requests(stories)) + "\n", capture_output=True, text=True, check=True).stdout


def folds(stories):
    """The fold of each story or copy of one; all of one topic lie in one."""
    topics = sorted({topic(story["id"].split("#")[0]) for story in rows(BENCH / "dev/stories.jsonl")})
    np.random.RandomState(1).shuffle(topics)
    fold_of = {name: number % N_FOLDS for number, name in enumerate(topics)}
    return [fold_of[topic(story["id"].split("#")[0])] for story in stories]


def write(model, path, what):
    """The trees as model::forest reads them: the bias is in the leaves of the first tree."""
    out = [f"# Boosted trees: {what} Not to be edited.", "bias\t0"]

    def node(tree):
        if "leaf_value" in tree:
            out.append(f"say\t{tree['leaf_value']:.7g}")
            return
        out.append(f"ask\t{tree['split_feature']}\t{np.float32(tree['threshold']):.9g}")
        node(tree["left_child"])
        node(tree["right_child"])

    for tree in model.dump_model()["tree_info"]:
        out.append("tree")
        node(tree["tree_structure"])
    Path(path).write_text("\n".join(out) + "\n", encoding="utf-8")
