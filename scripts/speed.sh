#!/usr/bin/env bash
# usage: scripts/speed.sh [COMMIT]
# Prints the wall time and processor time of `--help`, of `compare` of two large JMH result files, and of `compare HEAD~1 HEAD` of 20 cases
# of a microsecond, including the launcher. Also prints the memory of the first two, and the load during the measurement. With COMMIT, it builds that
# commit in a separate worktree, runs the two versions in turns and prints the ratio of each pair.
#
#   WHAT="help compare check"   which of the three; check takes minutes each time
#   RUNS=5                      number of runs; check runs CHECKS=1 times
#   CASES=10000                 of 10 forks x 10 iterations in a file, 6 kB each
#   KEEP=DIR                    folder that keeps the files, the demo repository and the other build for the next run
# Needs python3, git and a JDK.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
commit=${1:-}
if [ -n "${KEEP:-}" ]; then
    mkdir -p "$KEEP"
    work=$(cd "$KEEP" && pwd)
else
    work=$(mktemp -d)
    trap 'git -C "$root" worktree remove --force "$work/other" 2>/dev/null || true; rm -rf "$work"' EXIT
fi
"$root/clnrm-bench" --version >/dev/null
other=
if [ -n "$commit" ]; then
    other=$work/other
    if [ -d "$other" ]; then
        git -C "$other" checkout --quiet --detach "$(git -C "$root" rev-parse "$commit")"
    else
        git -C "$root" worktree add --quiet --detach "$other" "$commit"
    fi
    "$other/clnrm-bench" --version >/dev/null
fi
case " ${WHAT:=help compare check} " in *" check "*)
    [ -d "$work/demo/.git" ] || "$root/scripts/two-commits.sh" "$work/demo" >&2
esac
export WHAT RUNS=${RUNS:-5} CHECKS=${CHECKS:-1} CASES=${CASES:-10000}
python3 - "$work" "this=$root/clnrm-bench" ${other:+"$(git -C "$other" rev-parse --short HEAD)=$other/clnrm-bench"} <<'PYTHON'
import json, os, random, shutil, statistics, subprocess, sys, time

work = sys.argv[1]
sides = [side.split("=", 1) for side in sys.argv[2:]]
cases = int(os.environ["CASES"])


def write(side, path):
    """A result file as JMH writes it, one number a line; on the head every hundredth case is 10 % slower."""
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
            metric = {
                "score": sum(every) / len(every), "scoreError": 0.1, "scoreConfidence": [min(every), max(every)],
                "scorePercentiles": {p: max(every) for p in ("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99",
                                                             "99.999", "99.9999", "100.0")},
                "scoreUnit": "ns/op", "rawData": forks}
            result = {
                "jmhVersion": "1.37", "benchmark": f"com.acme.suite{case // 100}.SomeBenchmark.case{case}", "mode": "avgt",
                "threads": 1, "forks": 10, "jvm": "/usr/lib/jvm/java-17/bin/java", "jvmArgs": [], "jdkVersion": "17.0.15",
                "vmName": "OpenJDK 64-Bit Server VM", "vmVersion": "17.0.15+6", "warmupIterations": 5, "warmupTime": "1 s",
                "warmupBatchSize": 1, "measurementIterations": 10, "measurementTime": "1 s", "measurementBatchSize": 1,
                "params": {"size": str(10 ** (case % 4))}, "primaryMetric": metric, "secondaryMetrics": {}}
            text = json.dumps(result, indent=4, separators=(",", " : "))
            out.write("    " + text.replace("\n", "\n    ") + (",\n" if case + 1 < cases else "\n"))
        out.write("]\n")


def timed(command, folder):
    """Seconds, seconds of a processor, and the peak MiB of the process itself."""
    with open(os.path.join(work, "said"), "wb") as said:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(open(said.name).read())
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ratio(of, name):
    """The median of the ratios to the last side, pair by pair; nothing where there is one side."""
    return f"{statistics.median(a / b for a, b in zip(of[name], of[sides[-1][0]])):.2f}" if len(sides) > 1 else ""


def check(bench):
    """Seconds, seconds of a processor with those of the forks, and the number of forks of both sides."""
    folder, out = os.path.join(work, "demo"), os.path.join(work, "run")
    shutil.rmtree(out, ignore_errors=True)
    command = [bench, "compare", "HEAD~1", "HEAD", "--unchanged-code", "measure", "--quiet", "--out", out]
    seconds, processor, _ = timed(command, folder)
    return seconds, processor, sum(1 for _ in open(os.path.join(out, "samples.ndjson")))


def compare(bench):
    files = [os.path.join(work, f"{side}-{cases}.json") for side in ("base", "head")]
    for side, path in zip(("base", "head"), files):
        if not os.path.exists(path):
            write(side, path)
    return timed([bench, "compare", *files, "--color", "never"], work)


figures = {
    "help": ("--help", lambda bench: timed([bench, "--help"], work), int(os.environ["RUNS"]), "MiB", "0.15 s"),
    "compare": (f"compare, {cases} cases", compare, int(os.environ["RUNS"]), "MiB",
                "1.5 s, 256 MiB" if cases == 10000 else ""),
    "check": ("check, 20 cases", check, int(os.environ["CHECKS"]), "forks", "130 s"),
}
print(f"{'':24}{'':10}{'min s':>9}{'median s':>10}{'ratio':>7}{'cpu s':>8}{'ratio':>7}{'most':>12}  {'goal when quiet':16}load")
for what in os.environ["WHAT"].split():
    title, run, times, unit, goal = figures[what]
    for _, bench in sides:
        if what != "check":
            run(bench)
    seconds, processor = {name: [] for name, _ in sides}, {name: [] for name, _ in sides}
    most = {name: 0 for name, _ in sides}
    before = os.getloadavg()[0]
    for turn in range(times):
        for name, bench in sides if turn % 2 == 0 else sides[::-1]:
            took, cpu, much = run(bench)
            seconds[name].append(took)
            processor[name].append(cpu)
            most[name] = max(most[name], much)
    load = f"{before:.1f} to {os.getloadavg()[0]:.1f}"
    for name, _ in sides:
        print(f"{title:24}{name:10}{min(seconds[name]):9.2f}{statistics.median(seconds[name]):10.2f}{ratio(seconds, name):>7}"
              f"{statistics.median(processor[name]):8.2f}{ratio(processor, name):>7}"
              f"{most[name]:6.0f} {unit:5}  {goal:16}{load}", flush=True)
        title = goal = load = ""
PYTHON
