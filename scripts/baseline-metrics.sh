#!/bin/sh
# Writes docs/performance/BASELINE_METRICS.md from a real run: the platform, every budget with the figures of 2025, the laws, every case.
#
# Usage: scripts/baseline-metrics.sh RUN.json [FILE.md]     RUN.json is the output of `clnrm-bench run --format json`
#
#   ./clnrm-bench run --format json > run.json; scripts/baseline-metrics.sh run.json      on an idle machine
set -eu
[ $# -ge 1 ] || { echo "usage: scripts/baseline-metrics.sh RUN.json [FILE.md]" >&2; exit 2; }
root=$(cd "$(dirname -- "$0")/.." && pwd)
file=${2:-$root/docs/performance/BASELINE_METRICS.md}
trap 'rm -f "$file.new"' EXIT
python3 - "$1" >"$file.new" <<'PYTHON'
import json, sys

# Measured in 2025 on a Ryzen 9 5950X, of the framework's first form (Rust): case, budget, figure in seconds.
THEN = {
    "cleanroom/cleanroom_creation": 128.67e-6,
    "cleanroom/service_registration": 47.89e-6,
    "cleanroom/container_reuse/reuse_existing": 1.45e-6,
    "cleanroom/container_reuse/first_creation": 92.11e-6,
    "cleanroom/metrics/get_metrics": 7.89e-6,
    "cleanroom/health_checks{services=1}": 0.95e-6,
    "scenario/single_step_scenario": 245e-6,
    "scenario/multi_step_scenario{steps=5}": 1.22e-3,
    "scenario/multi_step_scenario{steps=10}": 2.45e-3,
    "scenario/multi_step_scenario{steps=20}": 4.89e-3,
    "memory/container_registry_growth{containers=100}": 388e-6,
    "memory/container_registry_growth{containers=1000}": 3.88e-3,
    "memory/service_registry_growth{services=100}": 4.77e-3,
}


def time(value):
    if value is None:
        return "–"
    for factor, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if value >= factor:
            return f"{value / factor:.4g} {unit}"
    return f"{value / 1e-9:.4g} ns"


def size(value):
    if value is None:
        return "–"
    for factor, unit in ((1 << 20, "MiB"), (1 << 10, "KiB")):
        if value >= factor:
            return f"{value / factor:.3g} {unit}"
    return f"{value:.0f} B"


def name(one):
    params = ",".join(f"{key}={value}" for key, value in one.get("params", {}).items())
    return one["benchmark"] + ("{" + params + "}" if params else "")


def cell(text):
    return "`" + str(text).replace("`", "'").replace("|", "/").replace("\n", " ") + "`"


run = json.load(open(sys.argv[1], encoding="utf-8"))
facts = run["run"]
print("# Baseline metrics\n")
print("Written by `scripts/baseline-metrics.sh` from one run of `clnrm-bench run`. Do not edit it by hand.\n")
print(f"- platform: {cell(facts.get('host', 'unknown'))}, JDK {cell(facts.get('jdk', 'unknown'))}")
print(f"- {facts['forks']} forks in {facts['seconds']:.0f} s, seed {facts['seed']}; {run['confidence'] * 100:g} % intervals")
print(f"- measured {run['measured']} of {run['cases']} cases, judged {run['judged']} of {run['promises']} budgets and laws\n")
print("## Budgets, and the figures of 2025\n")
print("The figures of 2025 are those of the first version, in Rust, on a Ryzen 9 5950X. Do not compare them with the times measured now: it was another program on another machine.")
print("The budgets are about four times the measured times. The budgets of 2025 are the critical limits.\n")
print("| category | operation | budget | 2025 | now | 95 % interval | headroom | status |")
print("| :--- | :--- | ---: | ---: | ---: | ---: | ---: | :--- |")
label = {name(m): m for m in run["measurements"]}
for budget in run["budgets"]:
    if budget["metric"] != "time" or budget.get("percentile") is not None:
        continue
    case = name(budget)
    of = label.get(case, {})
    room = budget.get("headroom")
    low, high = budget.get("low"), budget.get("high")
    print(f"| {of.get('category') or ''} | {cell(of.get('label') or case)} | {time(budget['limit'])} | {time(THEN[case]) if case in THEN else ''} | "
          f"{time(budget.get('estimate'))} | {time(low) + ' … ' + time(high) if low is not None else '–'} | "
          f"{f'{room * 100:.1f} %' if room is not None else '–'} | {budget['status']} |")
print("\n## Laws\n")
print("| law | at least | at most | now | interval | status |")
print("| :--- | ---: | ---: | ---: | ---: | :--- |")
for law in run["laws"]:
    show = lambda value: "" if value is None else f"{value:.4g}"
    low, high = law.get("low"), law.get("high")
    print(f"| {cell(law['law'])} | {show(law.get('at_least'))} | {show(law.get('at_most'))} | {show(law.get('estimate'))} | "
          f"{show(low) + ' … ' + show(high) if low is not None else '–'} | {law['status']} |")
print("\nIn 2025 container reuse was 60.5 times as fast as first creation, a step took 244 µs, and 50 operations at a time had an efficiency of 385 %.\n")
print("## Every case\n")
print("| case | time/op | 95 % interval | allocated/op | forks | detectable |")
print("| :--- | ---: | ---: | ---: | ---: | ---: |")
for one in run["measurements"]:
    of = one["time"]
    low, high = of.get("low"), of.get("high")
    seen = one.get("detectable")
    print(f"| {cell(name(one))} | {time(of.get('estimate'))} | {time(low) + ' … ' + time(high) if low is not None else '–'} | "
          f"{size(one['allocation'].get('estimate'))} | {one['forks']} | {f'{seen * 100:.1f} %' if seen is not None else '–'} |")
PYTHON
mv "$file.new" "$file"
