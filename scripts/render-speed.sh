#!/bin/sh
# Shows how long rendering takes, each text once in a fresh JVM with a small heap, and how much memory the whole process had.
#
# Usage: scripts/render-speed.sh [CASES]     after a build; 10000 unless told
set -eu
cd "$(dirname -- "$0")/.."
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
python3 - "$java" "${1:-10000}" <<'PYTHON'
import resource, subprocess, sys
java, cases = sys.argv[1:]
path = "engine/target/test-classes:engine/target/classes:dsl/target/classes:engine/target/lib/*"
subprocess.run([java, "-Xmx256m", "-cp", path, "dev.clnrm.bench.render.RenderSpeed", cases], check=True)
print(f"peak memory of the process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB (heap of at most 256 MiB)")
PYTHON
