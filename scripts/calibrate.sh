#!/usr/bin/env bash
# Prints the tables of docs/statistics.md: how often the rule, and the rules of other tools, are right on measurements of unchanged code.
#
# Usage: scripts/calibrate.sh DATA [SPLITS]     DATA is a folder with forks-100ms.csv.gz and forks-1s.csv.gz; 40 splits take some ten
#                                               minutes of processor time
set -euo pipefail
data=$(cd "${1:?usage: scripts/calibrate.sh DATA [SPLITS]}" && pwd)
cd "$(dirname "$0")/.."
./mvnw -q -B -ntp -DskipTests -Djacoco.skip=true -pl research -am package >&2
exec java -cp "research/target/classes:engine/target/classes:engine/target/lib/*" dev.clnrm.bench.research.Calibrate "$data" "${@:2}"
