#!/bin/sh
# Prints how long it takes to read a long history the first and the second time, and to make a dashboard of it, with memory and sizes.
#
# Usage: scripts/history-speed.sh RUN [N [FOLDER]]     after a build; needs python3 and GNU time
#        RUN is a run folder. The script makes N runs (default: 1000) of it, with different numbers, in FOLDER
#        (default: target/history-speed). It empties FOLDER first.
set -eu
cd "$(dirname -- "$0")/.."
run=$1
count=${2:-1000}
folder=${3:-target/history-speed}
time=${TIME_COMMAND:-/usr/bin/time}
rm -rf "$folder"
mkdir -p "$folder/runs"
python3 - "$run" "$count" "$folder/runs" <<'PYTHON'
import json, math, os, random, sys
from datetime import datetime, timedelta

run, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
facts = json.load(open(os.path.join(run, "run.json")))
forks = [json.loads(line) for line in open(os.path.join(run, "samples.ndjson")) if line.strip()]
random.seed(1)
first = datetime(2026, 1, 1)
for k in range(count):
    started = first + timedelta(hours=6 * k)
    facts["id"] = "%s-%06x" % (started.strftime("%Y%m%d-%H%M%S"), k)
    facts["started"] = started.isoformat() + "Z"
    facts["ended"] = (started + timedelta(minutes=17)).isoformat() + "Z"
    folder = os.path.join(out, facts["id"])
    os.mkdir(folder)
    with open(os.path.join(folder, "run.json"), "w") as file:
        json.dump(facts, file, indent=2)
    with open(os.path.join(folder, "samples.ndjson"), "w") as file:
        for fork in forks:
            # Every seventh case steps by 30 % at its own time; all vary by 1 % from fork to fork.
            own = hash(fork["case"]["benchmark"]) % 7
            factor = math.exp(random.gauss(0, 0.01)) * (1.3 if own == 0 and k > count * 0.6 else 1)
            file.write(json.dumps({**fork, "values": [v * factor for v in fork["values"]]}) + "\n")
PYTHON
echo "runs      $count in $(du -sm "$folder/runs" | cut -f1) MB"

# Seconds and megabytes of a command, after a word.
measured() {
    word=$1
    shift
    "$time" -f '%e %M' -o "$folder/time" "$@" >"$folder/output"
    awk -v word="$word" '{ printf "%-9s %.2f s, %d MB of memory\n", word, $1, $2 / 1024 }' "$folder/time"
}
name=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["sections"]["cases"][0]["name"])' "$run/run.json")
measured first ./clnrm-bench history "$name" --runs "$folder/runs"
measured second ./clnrm-bench history "$name" --runs "$folder/runs"
measured second ./clnrm-bench history "$name" --runs "$folder/runs"
measured all ./clnrm-bench history '*' --limit 1000000 --format csv --runs "$folder/runs"
measured dashboard ./clnrm-bench dashboard --runs "$folder/runs" --out "$folder/site"
echo "summaries $(find "$folder/runs" -name summary.json -print0 | xargs -0 cat | wc -c | awk '{ printf "%.1f", $1 / 1e6 }') MB"
echo "site      $(du -sk "$folder/site" | awk '{ printf "%.1f", $1 / 1024 }') MB in $(find "$folder/site" -type f | wc -l) files"
