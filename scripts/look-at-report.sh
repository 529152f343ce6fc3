#!/bin/sh
# Opens HTML reports and a dashboard in Chromium, checks them, takes screenshots and prints a table.
#
# Usage: scripts/look-at-report.sh [FOLDER [RUN]]     after a build with its tests compiled; needs a JDK, node, npm and chromium
#        FOLDER (default: target/look) gets reports and screenshots; RUN is a run folder of yours to include
#        CHROMIUM=/usr/bin/chromium selects another browser
set -eu
cd "$(dirname -- "$0")/.."
folder=${1:-target/look}
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
mkdir -p "$folder/node"
path=engine/target/test-classes:engine/target/classes:dsl/target/classes:$(printf '%s:' engine/target/lib/*.jar)
sample() { "$java" -XX:TieredStopAtLevel=1 -cp "$path" dev.clnrm.bench.runs.SampleRun "$@"; }
report() { "$java" -XX:TieredStopAtLevel=1 -cp "$path" dev.clnrm.bench.cli.Main report "$@" >/dev/null; }

[ -d "$folder/node/node_modules/axe-core" ] ||
    npm install --prefix "$folder/node" --no-audit --no-fund --silent puppeteer-core@24 axe-core@4

budgets=engine/src/test/resources/dev/clnrm/bench/cli/report-budgets.yaml
rm -rf "$folder/runs" "$folder/history" "$folder/hostile-dashboard"
sample "$folder/runs/two" 73 two 11 1 0
sample "$folder/runs/one" 73 one 200 1.25 14
sample "$folder/runs/many" 1000 two 11 1 0
for day in 1 2 3 4 5 6 7 8 9 10 11 12; do
    slower=1
    [ "$day" -lt 8 ] || slower=1.25
    sample "$folder/history/day-$day" 73 one "$((100 + day))" "$slower" "$day"
done
report "$folder/runs/two" --file "$budgets" --out "$folder/regression-73.html"
report "$folder/runs/two" --only registry/operation_3/step_8 --only scenario/operation_2/step_7 --only growing_1 --out "$folder/inconclusive.html"
report "$folder/runs/many" --out "$folder/regression-1000.html"
report "$folder/runs/one" --file "$budgets" --history "$folder/history" --out "$folder/one-side-73.html"
[ $# -lt 2 ] || report "$2" --declared --out "$folder/own.html"
"$java" -cp "$path" dev.clnrm.bench.report.HostilePage "$folder/hostile-run.html" "$folder/hostile-comparison.html" "$folder/hostile-dashboard"
NODE_PATH="$folder/node/node_modules" node scripts/look-at-report.cjs "$folder"
"$java" -XX:TieredStopAtLevel=1 -cp "$path" dev.clnrm.bench.cli.Main dashboard --runs "$folder/history" --file "$budgets" --out "$folder/dashboard" >/dev/null
NODE_PATH="$folder/node/node_modules" node scripts/look-at-dashboard.cjs "$folder/dashboard" "$folder"
mkdir -p "$folder/hostile"
NODE_PATH="$folder/node/node_modules" node scripts/look-at-dashboard.cjs "$folder/hostile-dashboard" "$folder/hostile"
