#!/usr/bin/env bash
# usage: scripts/check-under-load.sh DIR [RUNS] [SECONDS] [CASES]
# Shows whether a busy machine causes false slowdowns. Compares the same code on both sides RUNS times (default 1)
# (i) on the machine as it is, (ii) while a process loads one core, (iii) with such a load for 7 s, then none for 11 s, and so on. In the
# same minutes it does what other tools do: all forks of the base, then all of the head, with the same forks and iterations, decided by the
# rank-sum test over all iterations at 5 % if medians differ by more than 5 %. Stops after SECONDS (default: no limit) with the results so far.
# CASES is a filter for a short form, such as case_1 (11 cases) or case_2 (2 cases).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/check-under-load.sh DIR [RUNS] [SECONDS] [CASES]}
runs=${2:-1}
limit=${3:-0}
only=()
filter=()
[ -z "${4:-}" ] || { only=(--only "$4"); filter=("$4"); }
bench=${CLNRM_BENCH:-$root/clnrm-bench}
started=$(date +%s)
[ -d "$dir/.git" ] || "$root/scripts/two-commits.sh" "$dir" same >&2
cd "$dir"
work=$PWD/.clnrm-bench/load-$$
mkdir -p "$work"
load=
spin() { while :; do :; done; }
come_and_go() {
    spinner=
    trap '[ -z "$spinner" ] || kill "$spinner"; exit 0' TERM
    while :; do
        spin & spinner=$!
        sleep 7
        kill "$spinner"
        spinner=
        sleep 11 & wait $!
    done
}
unload() {
    [ -z "$load" ] || { kill "$load" 2>/dev/null || true; wait "$load" 2>/dev/null || true; }
    load=
}
cleanup() {
    unload
    git worktree remove --force "$work/base" 2>/dev/null || true
}
trap cleanup EXIT
over() { [ "$limit" != 0 ] && [ $(($(date +%s) - started)) -ge "$limit" ]; }

git worktree add --quiet --detach --force "$work/base" HEAD~1
for side in "$work/base" "$dir"; do (cd "$side" && sh -c "$(sed -n 's/^build: //p' budgets.yaml)"); done

printf '%-14s %-10s %s\n' load method counts
for kind in quiet one-core comes-and-goes; do
    turns=()
    peers=()
    for run in $(seq 1 "$runs"); do
        ! over || break
        case $kind in
            one-core) spin & load=$! ;;
            comes-and-goes) come_and_go & load=$! ;;
        esac
        out=$work/$kind-$run
        begin=$(date +%s)
        status=0
        "$bench" compare HEAD~1 HEAD --unchanged-code measure --quiet --format json --out "$out" "${only[@]}" \
            > "$out.json" || status=$?
        [ "$status" -le 1 ] || { echo "$kind run $run ended with status $status" >&2; exit "$status"; }
        turns+=("$(python3 "$root/scripts/two-sided.py" verdicts same "$out.json" "$out" $(($(date +%s) - begin)))")
        begin=$(date +%s)
        (cd "$work/base" && "$bench" run --quick --own-jvms --quiet --format json --out "$out-base" "${filter[@]}" > /dev/null)
        "$bench" run --quick --own-jvms --quiet --format json --out "$out-head" "${filter[@]}" > /dev/null
        peers+=("$(python3 "$root/scripts/two-sided.py" sequential same "$out-base" "$out-head" $(($(date +%s) - begin)))")
        unload
    done
    [ ${#turns[@]} -gt 0 ] || { echo "$kind: no time left"; continue; }
    printf '%-14s %-10s %s\n' "$kind" in-turns "$(python3 "$root/scripts/two-sided.py" sum "${turns[@]}")"
    printf '%-14s %-10s %s\n' "$kind" sequential "$(python3 "$root/scripts/two-sided.py" sum "${peers[@]}")"
done
