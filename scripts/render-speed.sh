#!/bin/sh
# Shows how long each output takes to render in a fresh JVM with a small heap, and how much memory the process uses.
#
# Usage: scripts/render-speed.sh [CASES]     after a build; default: 10000
set -eu
cd "$(dirname -- "$0")/.."
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
python3 - "$java" "${1:-10000}" <<'PYTHON'
import os, subprocess, sys
java, cases = sys.argv[1:]
path = "engine/target/test-classes:engine/target/classes:dsl/target/classes:engine/target/lib/*"
print(f"{'output':8} {'cases':>9} {'ms':>10} {'bytes':>12} {'peak MiB':>9}   (heap of at most 256 MiB)")
for what in ["comment", "summary", "issue", "page", "table", "json", "csv", "junit"]:
    process = subprocess.Popen([java, "-Xmx256m", "-cp", path, "dev.clnrm.bench.report.RenderSpeed", what, cases], stdout=subprocess.PIPE)
    line = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{what} failed")
    print(f"{line} {usage.ru_maxrss / 1024:9.0f}")
PYTHON
