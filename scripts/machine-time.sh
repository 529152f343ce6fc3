#!/usr/bin/env bash
# usage: scripts/machine-time.sh DIR [CASES]
# Shows the machine time of a verdict on the two commits of two-commits.sh: measured in turns until decided; with a fixed ten forks per side
# (measured, the same forks); and with JMH's defaults on both sides (computed: five forks of five warm-up and five measured iterations of 10 s).
# CASES is a filter for a short form, such as case_2 (2 cases).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/machine-time.sh DIR [CASES]}
only=()
filter=()
[ -z "${2:-}" ] || { only=(--only "$2"); filter=("$2"); }
bench=${CLNRM_BENCH:-$root/clnrm-bench}
[ -d "$dir/.git" ] || "$root/scripts/two-commits.sh" "$dir" >&2
cd "$dir"
work=$PWD/.clnrm-bench/time-$$
mkdir -p "$work"
trap 'git worktree remove --force "$work/base" 2>/dev/null || true' EXIT
git worktree add --quiet --detach --force "$work/base" HEAD~1
for side in "$work/base" "$PWD"; do (cd "$side" && sh -c "$(sed -n 's/^build: //p' budgets.yaml)"); done

begin=$(date +%s.%N)
status=0
"$bench" compare HEAD~1 HEAD --unchanged-code measure --quiet --format json --out "$work/turns" "${only[@]}" > "$work/turns.json" \
    || status=$?
[ "$status" -le 1 ] || { echo "the comparison ended with status $status" >&2; exit "$status"; }
turns=$(echo "$(date +%s.%N) $begin" | awk '{ print $1 - $2 }')
begin=$(date +%s.%N)
(cd "$work/base" && "$bench" run --quick --own-jvms --forks 10 --quiet --format json --out "$work/ten-base" "${filter[@]}" > /dev/null)
"$bench" run --quick --own-jvms --forks 10 --quiet --format json --out "$work/ten-head" "${filter[@]}" > /dev/null
ten=$(echo "$(date +%s.%N) $begin" | awk '{ print $1 - $2 }')
cases=$(sed -n 's/.*"case":\({[^}]*}[^}]*}\).*/\1/p' "$work/turns/samples.ndjson" | sort -u | wc -l)
forks=$(wc -l < "$work/turns/samples.ndjson")
awk -v turns="$turns" -v ten="$ten" -v cases="$cases" -v forks="$forks" 'BEGIN {
    jmh = cases * 2 * 5 * (5 * 10 + 5 * 10)
    printf "%-34s %9s %9s %7s\n", "", "forks", "seconds", "ratio"
    printf "%-34s %9d %9.0f %7.1f\n", "in turns, builds included", forks, turns, 1
    printf "%-34s %9d %9.0f %7.1f\n", "ten forks a side, builds excluded", 20 * cases, ten, ten / turns
    printf "%-34s %9d %9.0f %7.1f\n", "JMH defaults, computed", 10 * cases, jmh, jmh / turns
    printf "%d cases\n", cases
}'
