#!/bin/sh
# Opens HTML reports in Chromium, looks for faults, keeps screenshots and prints a table.
#
# Usage: scripts/look-at-report.sh [FOLDER]     after a build with its tests compiled; needs a JDK, node, npm and chromium
#        CHROMIUM=/usr/bin/chromium names another browser; FOLDER (default: target/look) gets reports and screenshots
set -eu
cd "$(dirname -- "$0")/.."
folder=${1:-target/look}
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
mkdir -p "$folder/node"
path=engine/target/test-classes:engine/target/classes:dsl/target/classes:$(printf '%s:' engine/target/lib/*.jar)

[ -d "$folder/node/node_modules/axe-core" ] ||
    npm install --prefix "$folder/node" --no-audit --no-fund --silent puppeteer-core@24 axe-core@4

for size in 73 1000; do
    rm -rf "$folder/run-$size"
    "$java" -cp "$path" dev.clnrm.bench.cli.SampleRun "$folder/run-$size" "$size" two 11 1 0
    "$java" -cp "$path" dev.clnrm.bench.cli.Main report "$folder/run-$size" --out "$folder/two-sides-$size.html" >/dev/null
done
"$java" -cp "$path" dev.clnrm.bench.render.HostilePage "$folder/hostile-run.html" "$folder/hostile-comparison.html"
NODE_PATH="$folder/node/node_modules" node scripts/look-at-report.cjs "$folder"
