#!/usr/bin/env bash
# usage: scripts/repeat-check.sh DIR N [same] [-- ARGS]
# Makes the repository of two-commits.sh in DIR, if it does not exist, and compares its two commits N times. Prints, for each run and for
# all together: how many of the four changes were found, false alarms, ok cases, forks per case and side, seconds. With
# `same`, the second commit changes nothing that runs, and every change found is a false alarm. ARGS go to `clnrm-bench compare`.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/repeat-check.sh DIR N [same] [-- ARGS]}
runs=${2:?usage: scripts/repeat-check.sh DIR N [same] [-- ARGS]}
shift 2
changed=two
if [ "${1:-}" = same ]; then changed=same; shift; fi
[ "${1:-}" != -- ] || shift
bench=${CLNRM_BENCH:-$root/clnrm-bench}
kind=()
[ "$changed" = two ] || kind=(same)
[ -d "$dir/.git" ] || "$root/scripts/two-commits.sh" "$dir" "${kind[@]}" >&2
cd "$dir"
mkdir -p .clnrm-bench/repeat
rows=()
for run in $(seq 1 "$runs"); do
    out=.clnrm-bench/repeat/$$-$run
    begin=$(date +%s)
    status=0
    "$bench" compare HEAD~1 HEAD --unchanged-code measure --quiet --format json --out "$out" "$@" > "$out.json" || status=$?
    [ "$status" -le 1 ] || { echo "run $run ended with status $status" >&2; exit "$status"; }
    row=$(python3 "$root/scripts/two-sided.py" verdicts "$changed" "$out.json" "$out" $(($(date +%s) - begin)))
    rows+=("$row")
    echo "$run: $row status=$status"
done
echo "all: $(python3 "$root/scripts/two-sided.py" sum "${rows[@]}")"
