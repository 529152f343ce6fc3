#!/bin/sh
# Compares JMH result files of public projects: each with itself, those that share cases with each other, and nights of one commit on
# hosted runners, where every change found is false.
#
# Usage: scripts/compare-found-files.sh DATA     after a build; DATA has jmh-results/ and github-runners/ (with nights.csv)
#
# Needs python3. If DATA is absent, it says so and ends with status 0.
set -eu
[ $# -eq 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
if [ ! -d "$1/jmh-results" ] || [ ! -d "$1/github-runners" ]; then
    echo "skipped: $1 has no jmh-results and github-runners"
    exit 0
fi
data=$(cd "$1" && pwd)
cd "$(dirname -- "$0")/.."
./clnrm-bench --version >/dev/null
exec python3 - "$data" <<'PYTHON'
import collections, csv, glob, gzip, itertools, json, os, subprocess, sys, tempfile

data = sys.argv[1]
defaults = tempfile.NamedTemporaryFile("w", suffix=".yaml")
print("version: 1", file=defaults, flush=True)
FOUND = ("regressed", "improved", "ok", "inconclusive", "incomparable", "new", "missing")


def compare(base, head, *more):
    """What the program says of times, and its exit status; anything but a verdict is a fault."""
    done = subprocess.run(["./clnrm-bench", "compare", base, head, "--format", "json", "-f", defaults.name, *more],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1, 3) or not done.stdout:
        sys.exit(f"FAULT: {base} {head}: status {done.returncode}\n{done.stderr}")
    said = json.loads(done.stdout)
    times = collections.Counter(v["verdict"] for v in said["verdicts"] if v["metric"] == "time")
    rest = collections.Counter(v["verdict"] for v in said["verdicts"] if v["metric"] != "time")
    return times, rest, said


def cases(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        return {(r["benchmark"], r.get("mode"), json.dumps(r.get("params"))) for r in json.load(file)}


def row(label, said, times):
    print(f"{label:<72.72} {said['judged']:>4}/{said['cases']:<4} " + " ".join(f"{times[f]:>6}" for f in FOUND)
          + f" {said['exit']:>5}")


files = sorted(glob.glob(f"{data}/jmh-results/*"))
title = f"{'':<72} {'judged':>9} {'regr.':>6} {'impr.':>6} {'unch.':>6} {'inconc':>6} {'new':>6} {'vanish':>6} {'exit':>5}"
print("== each file with itself\n" + title)
red = 0
for file in files:
    times, rest, said = compare(file, file)
    red += times["regressed"] + times["improved"] + rest["regressed"] + rest["improved"]
    row(os.path.basename(file), said, times)
print(f"changes found in a file against itself: {red}")

print("\n== pairs that share cases, the earlier name as base\n" + title)
known = {file: cases(file) for file in files}
for base, head in itertools.combinations(files, 2):
    if known[base] & known[head]:
        times, rest, said = compare(base, head)
        row(f"{os.path.basename(base)[-34:]} | {os.path.basename(head)[-34:]}", said, times)

print("\n== nights of one commit, every pair of nights (all code is the same, so every change is false)")
nights = collections.defaultdict(list)
for night in csv.DictReader(open(f"{data}/github-runners/nights.csv")):
    nights[night["commit"]].append(night)
KINDS = ("same CPU", "other CPU", "other CPU, judged anyway")
total = {kind: collections.Counter() for kind in KINDS}
for group in nights.values():
    for base, head in itertools.combinations(group, 2):
        words = [f"{data}/github-runners/{night['file']}" for night in (base, head)]
        words += ["--base-host", base["cpu"], "--head-host", head["cpu"]]
        same = base["cpu"] == head["cpu"]
        for kind, more in [(KINDS[0], [])] if same else [(KINDS[1], []), (KINDS[2], ["--allow-different-hosts"])]:
            times, rest, said = compare(*words, *more)
            count = total[kind]
            count.update(times)
            count["pairs"] += 1
            count["slower pairs"] += times["regressed"] > 0
            count["changed pairs"] += times["regressed"] + times["improved"] > 0
            count["red"] += said["exit"] == 1
            count["allocation"] += rest["regressed"]
            count["allocations"] += sum(rest.values())
print(f"{'':<32} {'pairs':>6} {'cases':>6} {'slower':>7} {'faster':>7} {'unch.':>7} {'inconc':>7} "
      f"{'false slower/case':>18} {'pairs with one':>15} {'status 1':>9} {'allocates more':>15}")
for kind in KINDS:
    count = total[kind]
    judged = sum(count[f] for f in FOUND)
    print(f"{kind:<32} {count['pairs']:>6} {judged:>6} {count['regressed']:>7} {count['improved']:>7} {count['ok']:>7} "
          f"{count['inconclusive']:>7} {count['regressed'] / max(1, judged):>17.1%} "
          f"{count['slower pairs'] / max(1, count['pairs']):>14.1%} {count['red']:>9} "
          f"{count['allocation']:>7} of {count['allocations']}")
PYTHON
