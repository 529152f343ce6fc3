#!/bin/sh
# Shows how fast the intelligence service stores executions, what it answers, and that a kill loses nothing.
#
# Usage: scripts/intelligence.sh     after a build
#
# Stores 100,000 executions, one by one and in batches in turns, and prints both rates and their ratio. Finds the flaky tests among
# them and predicts failures. Then kills a process that stores, five times, and counts the executions when its database is opened
# again. Ends with status 1 if an acknowledged execution is missing or a batch is incomplete. Takes about ten seconds.
set -eu
cd "$(dirname -- "$0")/.."
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
[ -f benches/target/benches.jar ] || ./mvnw -q -B -DskipTests -Djacoco.skip=true package
exec "$java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp benches/target/benches.jar dev.clnrm.benches.IntelligenceReport
