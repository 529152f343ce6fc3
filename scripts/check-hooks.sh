#!/usr/bin/env bash
# usage: scripts/check-hooks.sh [CLAUDE-FLOW]
# Runs scripts/benchmark_with_hooks.sh with a hook program that works, is absent, fails, hangs, leaves a process behind, and prints 100 MB, and
# with the real one if you give its command, as in `scripts/check-hooks.sh "npx --yes claude-flow@latest"`. Prints the result of each,
# and ends with 1 if a hook made a run fail, or if a run took too long or stored too much. It begins with a program that cannot list
# its suites, and with a result that scripts/baseline-metrics.sh cannot read; --broken runs only these two.
set -euo pipefail
cd "$(dirname -- "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

stub() { # NAME, script on standard input
    { echo '#!/bin/sh'; cat; } >"$work/$1"
    chmod +x "$work/$1"
}
stub works <<<'echo "$@"'
stub fails <<<'echo broken >&2; exit 3'
stub hangs <<<'sleep 600'
stub stays <<<'sleep 600 & echo started'
stub floods <<<'head -c 100000000 /dev/zero'

# expect WHAT STATUS COMMAND...: runs it and compares its exit status
expect() {
    local what=$1 wanted=$2 status=0
    shift 2
    "$@" >/dev/null 2>&1 || status=$?
    echo "$what: exit $status"
    [ "$status" -eq "$wanted" ] || { echo "  WRONG: expected exit $wanted"; failed=1; }
}
mkdir -p "$work/tree/scripts" "$work/tree/engine/target"
cp scripts/benchmark_with_hooks.sh "$work/tree/scripts"
touch "$work/tree/engine/target/clnrm-bench.jar"
stub tree/clnrm-bench <<<'exit 2'
expect 'suites cannot be listed' 2 env CLAUDE_FLOW=true "$work/tree/scripts/benchmark_with_hooks.sh"
stub tree/clnrm-bench <<<'exit 0'
expect 'no suites' 2 env CLAUDE_FLOW=true "$work/tree/scripts/benchmark_with_hooks.sh"
echo before >"$work/metrics.md"
echo '{' >"$work/run.json"
expect 'broken result' 1 scripts/baseline-metrics.sh "$work/run.json" "$work/metrics.md"
[ "$(cat "$work"/metrics.md*)" = before ] || { echo "  WRONG: expected the file of before"; failed=1; }
[ "${1:-}" != --broken ] || exit "$failed"

# try WHAT COMMAND SECONDS-A-HOOK EXPECTED: runs it and looks for what is said of its first hook
try() {
    local begin=$SECONDS status=0 output folder size
    output=$(CLAUDE_FLOW=$2 HOOK_SECONDS=$3 scripts/benchmark_with_hooks.sh --suite cleanroom -- --quick reuse_existing --forks 2 2>&1) || status=$?
    folder=$(sed -n 's/^stored: \(.*hooks.*\)/\1/p' <<<"$output" | tail -n 1)
    size=$(du -sk "$folder/logs" | cut -f 1)
    echo "$1: exit $status, $((SECONDS - begin)) s, logs $size KiB; $(grep '^hook pre-task' <<<"$output" || echo 'no hook')"
    if [ "$status" -gt 1 ] || [ "$size" -gt 6000 ] || [ $((SECONDS - begin)) -gt $((60 + 7 * ($3 + 5))) ] || ! grep -q "^hook pre-task: $4" <<<"$output" \
        || [ ! -s "$folder/cleanroom/samples.ndjson" ] || ! python3 -m json.tool "$folder/metadata.json" >/dev/null; then
        echo "  WRONG: expected the run to be stored, and $4"
        failed=1
    fi
    rm -rf "$folder"
}

try works "$work/works" 20 ok
try absent "$work/nobody" 20 absent
try fails "$work/fails" 20 'failed with status 3'
try hangs "$work/hangs" 2 'ended after 2 s'
try stays "$work/stays" 20 ok
try floods "$work/floods" 20 'ok; the first MiB'
[ $# -eq 0 ] || try real "$1" 120 ''
exit "$failed"
