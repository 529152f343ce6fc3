#!/usr/bin/env bash
# usage: scripts/openmetrics.sh RUN
# Makes a history of 30 runs from a run folder and tests the exports of docs/stored-results.md with the real tools: promtool fills a
# Prometheus with `history --format openmetrics`, Prometheus answers every query of docs/grafana/clnrm-bench.json, and `data.js` is read
# back by node. Needs a build, python3, curl, node, and Debian's package prometheus.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ $# != 1 ] || [ ! -f "$1/run.json" ]; then
    sed -n '2s/^# //p' "$0" >&2
    exit 2
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null; rm -rf "$work"' EXIT

python3 - "$1" "$work/runs" <<'PYTHON'
import json, math, os, random, sys
from datetime import datetime, timedelta, timezone

run, out = sys.argv[1:]
facts = json.load(open(os.path.join(run, "run.json")))
forks = [json.loads(line) for line in open(os.path.join(run, "samples.ndjson")) if line.strip()]
random.seed(1)
first = datetime.now(timezone.utc) - timedelta(days=31)
for k in range(30):
    started = first + timedelta(days=k)
    facts["id"] = "%s-%06x" % (started.strftime("%Y%m%d-%H%M%S"), k)
    facts["started"] = started.strftime("%Y-%m-%dT%H:%M:%SZ")
    facts["ended"] = (started + timedelta(minutes=17)).strftime("%Y-%m-%dT%H:%M:%SZ")
    folder = os.path.join(out, facts["id"])
    os.makedirs(folder)
    json.dump(facts, open(os.path.join(folder, "run.json"), "w"))
    with open(os.path.join(folder, "samples.ndjson"), "w") as file:
        for fork in forks:
            factor = math.exp(random.gauss(0, 0.01))
            file.write(json.dumps({**fork, "values": [v * factor for v in fork["values"]]}) + "\n")
PYTHON
./clnrm-bench history '*' --runs "$work/runs" --format openmetrics >"$work/history.txt"
./clnrm-bench history '*' --runs "$work/runs" --format data-js >"$work/data.js"
samples=$(grep -c '^clnrm_bench_time_seconds{' "$work/history.txt")
echo "openmetrics  $samples samples of time, $(wc -c <"$work/history.txt") bytes"

promtool tsdb create-blocks-from openmetrics "$work/history.txt" "$work/tsdb" >"$work/promtool.txt" 2>&1 || {
    cat "$work/promtool.txt"
    exit 1
}
echo "promtool     accepted"
printf 'global: {}\n' >"$work/prometheus.yml"
port=$((20000 + RANDOM % 20000))
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" --storage.tsdb.retention.time=10y \
    --web.listen-address="127.0.0.1:$port" >"$work/prometheus.log" 2>&1 &
server=$!
for _ in $(seq 60); do
    curl -fs "http://127.0.0.1:$port/-/ready" >/dev/null && break
    sleep 0.5
done
python3 - "$port" "$samples" docs/grafana/clnrm-bench.json <<'PYTHON'
import json, re, sys, time, urllib.parse, urllib.request

port, samples, board = sys.argv[1], int(sys.argv[2]), json.load(open(sys.argv[3]))


def ask(path, **arguments):
    url = "http://127.0.0.1:%s/api/v1/%s?%s" % (port, path, urllib.parse.urlencode(arguments))
    return json.load(urllib.request.urlopen(url))["data"]


now = time.time()
found = ask("query", query="sum(count_over_time(clnrm_bench_time_seconds[40d]))", time=now)["result"]
stored = int(float(found[0]["value"][1])) if found else 0
print("prometheus   %d of %d samples stored" % (stored, samples))
wrong = stored != samples
for variable in board["templating"]["list"]:
    wanted = re.match(r"label_values\((\w+).*, (\w+)\)", variable.get("definition", ""))
    if wanted:
        values = ask("label/%s/values" % wanted[2], **{"match[]": wanted[1]})
        print("grafana      $%s has %d values" % (variable["name"], len(values)))
        wrong |= not values
for panel in board["panels"]:
    for target in panel["targets"]:
        query = re.sub(r"\$\w+", ".*", target["expr"])
        answer = ask("query_range", query=query, start=now - 30 * 86400, end=now, step=86400)["result"]
        print("grafana      %-50s %d series" % (panel["title"], len(answer)))
        # A run of one side has no ratio.
        wrong |= not answer and "base_ratio" not in query
sys.exit(wrong)
PYTHON
node - "$work/data.js" "$samples" <<'NODE'
const [, , file, samples] = process.argv;
globalThis.window = {};
(0, eval)(require("fs").readFileSync(file, "utf8"));
const entries = Object.values(window.BENCHMARK_DATA.entries).flat();
const benches = entries.flatMap((entry) => entry.benches);
console.log(`data.js      ${entries.length} runs, ${benches.length} values`);
process.exit(benches.length == samples && benches.every((one) => one.value > 0) ? 0 : 1);
NODE
