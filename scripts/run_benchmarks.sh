#!/usr/bin/env bash
# Measures this repository and stores runs, logs and reports in benchmark_results/. --help shows how.
set -euo pipefail
cd "$(dirname -- "$0")/.."

usage() {
    cat <<'TEXT'
Usage: scripts/run_benchmarks.sh [OPTION]... [-- ARGUMENT...]

  --quick          a quick run of a minute instead of a full run
  --memory         also read the memory of the measured processes
  --compare [REV]  compare with the last run stored here, or measure REV and the work tree in turns
  --report         write a page with charts
  --cleanup        first delete everything stored here; alone: delete it and end
  --help           this text

Arguments after -- go to `clnrm-bench run` or, with a REV, to `clnrm-bench check`: filters and options.

  scripts/run_benchmarks.sh --quick --memory --report
  scripts/run_benchmarks.sh --quick --compare -- reuse --forks 3
  scripts/run_benchmarks.sh --compare main

Runs, logs and reports are in benchmark_results/. The exit status is that of clnrm-bench: 0 within budget, 1 over budget or slower,
2 wrong use, 3 could not measure.
TEXT
}

wrong() {
    echo "run_benchmarks.sh: error: $1" >&2
    echo "  help: $2" >&2
    exit 2
}

results=benchmark_results
effort=()
compare=no
revision=
report=no
cleanup=no
measure=no
while [ $# -gt 0 ]; do
    case $1 in
        --quick | --memory) effort+=("$1") measure=yes ;;
        --compare)
            compare=yes measure=yes
            case ${2:-} in '' | -*) ;; *) revision=$2; shift ;; esac
            ;;
        --report) report=yes measure=yes ;;
        --cleanup) cleanup=yes ;;
        --help) usage; exit 0 ;;
        --) shift; measure=yes; break ;;
        *) wrong "unknown option $1" "scripts/run_benchmarks.sh --help lists all; put arguments of clnrm-bench after --" ;;
    esac
    shift
done

if [ "$cleanup" = yes ]; then
    [ "$compare$revision" != yes ] || wrong "--cleanup leaves no run to compare with" "omit it, or name a revision: --compare main"
    rm -rf "$results/runs" "$results/logs" "$results/reports"
    echo "deleted the runs, logs and reports in $results/"
    [ "$measure" = yes ] || exit 0
fi
[ -f engine/target/clnrm-bench.jar ] || wrong "the program is not built" "./mvnw -q -DskipTests package"

last=
for run in "$results"/runs/*/; do
    [ ! -f "$run/run.json" ] || last=${run%/}
done
name=$(date -u +%Y%m%d-%H%M%S)
run=$results/runs/$name
log=$results/logs/$name.log
mkdir -p "$results/runs" "$results/logs" "$results/reports"

# program ARGUMENT...: runs it, keeps what it prints, and sets the status
program() {
    status=0
    ./clnrm-bench "$@" 2>&1 | tee -a "$log" || status=${PIPESTATUS[0]}
}

if [ -n "$revision" ]; then
    program check --base "$revision" "${effort[@]}" --out "$run" "$@"
else
    program run "${effort[@]}" --out "$run" "$@"
fi
measured=$status
[ "$measured" -ne 2 ] || exit 2
if [ "$compare" = yes ] && [ -z "$revision" ]; then
    if [ -z "$last" ]; then
        echo "nothing to compare with yet: this is the first run in $results/runs" | tee -a "$log"
    else
        program compare "$last" "$run"
        [ "$measured" -ne 0 ] || measured=$status
    fi
fi
if [ "$report" = yes ] && [ -f "$run/samples.ndjson" ]; then
    program report "$run" --out "$results/reports/$name.html"
    [ "$status" -lt 2 ] || measured=$status
fi
echo "stored: $run, $log"
exit "$measured"
