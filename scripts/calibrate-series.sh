#!/usr/bin/env bash
# Prints the tables of series in docs/statistics.md: what change points, creeps and forecasts find in series with known changes.
#
# Usage: scripts/calibrate-series.sh DATA     DATA is a folder with series/, github-runners/ and same-code/; takes some minutes of processor time
set -euo pipefail
data=$(cd "${1:?usage: scripts/calibrate-series.sh DATA}" && pwd)
cd "$(dirname "$0")/.."
./mvnw -q -B -ntp -DskipTests -Djacoco.skip=true -pl research -am package >&2
exec java -cp "research/target/classes:engine/target/classes:engine/target/lib/*" dev.clnrm.bench.research.SeriesCheck "$data"
