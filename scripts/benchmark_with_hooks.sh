#!/usr/bin/env bash
# Measures suite by suite and runs Claude-Flow's hooks around each. --help shows how.
set -euo pipefail
cd "$(dirname -- "$0")/.."

usage() {
    cat <<'TEXT'
Usage: scripts/benchmark_with_hooks.sh [--suite NAME]... [-- ARGUMENT...]

Runs the hooks pre-task, post-edit (once for each suite), notify, post-task and session-end of Claude-Flow around `clnrm-bench run`.
Arguments after -- go to `clnrm-bench run`; the default is --quick, and all suites.

  scripts/benchmark_with_hooks.sh
  scripts/benchmark_with_hooks.sh --suite cleanroom -- --quick reuse --forks 3

Each suite is stored in benchmark_results/hooks/TIME/SUITE, the output of hooks in logs/, and all results in metadata.json.

CLAUDE_FLOW   the command (default: npx --yes claude-flow@alpha). Run it once before, because npx takes minutes to install it
HOOK_SECONDS  how long a hook may run (default: 60)

A hook that is absent, fails, hangs or prints without end is reported and changes nothing else. The exit status is the worst of
clnrm-bench: 0 within budget, 1 over budget, 2 wrong use, 3 could not measure.
TEXT
}

wrong() {
    echo "benchmark_with_hooks.sh: error: $1" >&2
    echo "  help: $2" >&2
    exit 2
}

suites=()
while [ $# -gt 0 ]; do
    case $1 in
        --suite) [ $# -gt 1 ] || wrong "--suite needs a name" "clnrm-bench list shows all"; suites+=("$2"); shift ;;
        --help) usage; exit 0 ;;
        --) shift; break ;;
        *) wrong "unknown option $1" "scripts/benchmark_with_hooks.sh --help lists all" ;;
    esac
    shift
done
[ $# -gt 0 ] || set -- --quick
read -ra claude_flow <<<"${CLAUDE_FLOW:-npx --yes claude-flow@alpha}"
seconds=${HOOK_SECONDS:-60}
most=1048576
[ -f engine/target/clnrm-bench.jar ] || wrong "the program is not built" "./mvnw -q -DskipTests package"
if [ ${#suites[@]} -eq 0 ]; then
    # Quick runs omit the cases of the group integration.
    quick=$([[ " $* " == *" --quick "* ]] && echo 1 || echo 0)
    listed=$(./clnrm-bench list)
    mapfile -t suites < <(awk -v quick="$quick" '
        /time\/op at most/ { suite = $1; next }
        /^  / && NF && !(quick && $NF == "integration") && !seen[suite]++ { print suite }' <<<"$listed")
    [ ${#suites[@]} -gt 0 ] || wrong "\`clnrm-bench list\` names no suite to measure" "name one with --suite"
fi

results=benchmark_results/hooks/$(date -u +%Y%m%d-%H%M%S)
mkdir -p "$results/logs"
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
task=clnrm-bench-$(basename "$results")
hooks=()
measured=()
worst=0

# hook NAME OPTION...: runs one of Claude-Flow's hooks, but not for long, and keeps the beginning of what it prints
hook() {
    local name=$1 status=0 how reader log=$results/logs/$1.log pipe=$results/logs/pipe
    shift
    if ! command -v "${claude_flow[0]}" >/dev/null; then
        how="absent: ${claude_flow[0]} is not installed"
    else
        mkfifo "$pipe"
        # shellcheck disable=SC2016 # the inner shell reads its arguments
        timeout $((seconds + 15)) sh -c 'head -c "$1" >>"$2"; wc -c >"$3"' sh "$most" "$log" "$pipe.more" <"$pipe" &
        reader=$!
        timeout --kill-after=5 "$seconds" "${claude_flow[@]}" hooks "$name" "$@" </dev/null >"$pipe" 2>&1 || status=$?
        # A process that it left behind may hold the pipe open.
        for _ in 1 2 3 4; do
            kill -0 "$reader" 2>/dev/null || break
            sleep 0.5
        done
        kill "$reader" 2>/dev/null || true
        wait "$reader" 2>/dev/null || true
        case $status in
            0) how=ok ;;
            124 | 137) how="ended after $seconds s" ;;
            *) how="failed with status $status" ;;
        esac
        if [ -s "$pipe.more" ] && [ "$(cat "$pipe.more")" -gt 0 ]; then
            how="$how; the first MiB of its output is kept"
        fi
        rm -f "$pipe" "$pipe.more"
    fi
    echo "hook $name: $how"
    hooks+=("{\"hook\": \"$name\", \"result\": \"$how\"}")
}

joined() {
    local IFS=,
    echo "$*"
}

hook pre-task --task-id "$task" --description "Measure ${suites[*]} with clnrm-bench"
for suite in "${suites[@]}"; do
    status=0
    ./clnrm-bench run --suite "$suite" --out "$results/$suite" "$@" 2>&1 | tee "$results/logs/$suite.log" || status=${PIPESTATUS[0]}
    measured+=("{\"suite\": \"$suite\", \"exit\": $status, \"run\": \"$results/$suite\"}")
    [ "$status" -le "$worst" ] || worst=$status
    hook post-edit --file "$results/$suite/run.json" --success "$([ "$status" -eq 0 ] && echo true || echo false)"
done
case $worst in
    0) success=true result="within budget" ;;
    1) success=false result="over budget" ;;
    *) success=false result="could not measure all" ;;
esac
hook notify --message "clnrm-bench: $result, stored in $results"
hook post-task --task-id "$task" --success "$success"
hook session-end

cat >"$results/metadata.json" <<JSON
{
  "started": "$started",
  "ended": "$(date -u +%Y-%m-%dT%H:%M:%SZ)",
  "commit": "$(git rev-parse HEAD 2>/dev/null || echo unknown)",
  "exit": $worst,
  "suites": [$(joined "${measured[@]}")],
  "hooks": [$(joined "${hooks[@]}")]
}
JSON
echo "stored: $results"
exit "$worst"
