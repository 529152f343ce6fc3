#!/bin/sh
# Shows how long `clnrm-bench compare` takes on large result files of JMH, and how much memory: the whole process, from the launcher on.
#
# Usage: scripts/compare-speed.sh [CASES ...]     after a build; 1000, 10000 and 100000 cases of 10 forks x 10 iterations unless told
#        KEEP=DIR scripts/compare-speed.sh ...    keeps the files made in DIR, and uses those that are there
#
# Needs python3, which makes the files, and some 6 kB of disk for each case and side.
set -eu
cd "$(dirname -- "$0")/.."
if [ -n "${KEEP:-}" ]; then
    work=$KEEP
    mkdir -p "$work"
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
[ $# -gt 0 ] || set -- 1000 10000 100000

# A result file as JMH writes it, one number a line; on the head every hundredth case is 10 % slower.
make() {
    python3 - "$1" "$2" "$3" <<'PYTHON'
import random, sys
cases, side, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
draw = random.Random(cases * 2 + (side == "head"))
with open(path, "w") as out:
    out.write("[\n")
    for case in range(cases):
        mean = 20 + case % 977 * 3.7
        if side == "head" and case % 100 == 0:
            mean *= 1.10
        forks = []
        for fork in range(10):
            of_fork = mean * draw.lognormvariate(0, 0.01)
            forks.append([of_fork * draw.lognormvariate(0, 0.02) for _ in range(10)])
        every = [value for fork in forks for value in fork]
        score = sum(every) / len(every)
        out.write('    {\n        "jmhVersion" : "1.37",\n')
        out.write(f'        "benchmark" : "com.acme.suite{case // 100}.SomeBenchmark.case{case}",\n')
        out.write('        "mode" : "avgt",\n        "threads" : 1,\n        "forks" : 10,\n')
        out.write('        "jvm" : "/usr/lib/jvm/java-17/bin/java",\n        "jvmArgs" : [\n        ],\n')
        out.write('        "jdkVersion" : "17.0.15",\n        "vmName" : "OpenJDK 64-Bit Server VM",\n')
        out.write('        "vmVersion" : "17.0.15+6",\n        "warmupIterations" : 5,\n        "warmupTime" : "1 s",\n')
        out.write('        "warmupBatchSize" : 1,\n        "measurementIterations" : 10,\n')
        out.write('        "measurementTime" : "1 s",\n        "measurementBatchSize" : 1,\n')
        out.write(f'        "params" : {{\n            "size" : "{10 ** (case % 4)}"\n        }},\n')
        out.write(f'        "primaryMetric" : {{\n            "score" : {score!r},\n            "scoreError" : 0.1,\n')
        out.write(f'            "scoreConfidence" : [\n                {score - 0.1!r},\n                {score + 0.1!r}\n            ],\n')
        out.write('            "scorePercentiles" : {\n')
        out.write(",\n".join(f'                "{p}" : {max(every)!r}' for p in
                             ("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0")))
        out.write('\n            },\n            "scoreUnit" : "ns/op",\n            "rawData" : [\n')
        out.write(",\n".join("                [\n" + ",\n".join(f"                    {value!r}" for value in fork)
                             + "\n                ]" for fork in forks))
        out.write('\n            ]\n        },\n        "secondaryMetrics" : {\n        }\n    }')
        out.write(",\n" if case + 1 < cases else "\n")
    out.write("]\n")
PYTHON
}

./clnrm-bench --version >/dev/null
printf '%9s  %12s  %10s  %10s  %s\n' cases "file (MiB)" "wall (s)" "peak (MiB)" "what it said"
for cases in "$@"; do
    for side in base head; do
        [ -f "$work/$side-$cases.json" ] || make "$cases" "$side" "$work/$side-$cases.json"
    done
    size=$(($(wc -c <"$work/base-$cases.json") / 1048576))
    python3 - "$work/base-$cases.json" "$work/head-$cases.json" "$cases" "$size" <<'PYTHON'
import resource, subprocess, sys, time
base, head, cases, size = sys.argv[1:]
start = time.monotonic()
done = subprocess.run(["./clnrm-bench", "compare", base, head, "--color", "never"], capture_output=True, text=True)
wall = time.monotonic() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
if done.returncode not in (0, 1):
    sys.exit(done.stdout + done.stderr)
text = done.stdout.splitlines()
verdict = " ".join(line.strip() for line in text[-2:] if line.strip())
print(f"{cases:>9}  {size:>12}  {wall:>10.2f}  {peak:>10.0f}  {verdict[-100:]}", flush=True)
PYTHON
done
