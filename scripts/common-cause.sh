#!/usr/bin/env bash
# usage: scripts/common-cause.sh DIR
# Tests one cause behind all cases, in two repositories under DIR with 20 cases of about a microsecond each:
#   interpreted   the second commit has -Xint in a file of JVM options that both sides name, so the flags look equal
#   shared        the second commit makes all cases really 30 % slower
# Compares the two commits of each. Prints the first sentence of the table, the comment, the page and JSON, and the exit
# status, which is 1 in both. Takes about ten minutes. CLNRM_BENCH names another program to try.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/common-cause.sh DIR}
bench=${CLNRM_BENCH:-$root/clnrm-bench}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

amend() { git add -A && git commit -q --amend --no-edit; }

interpreted() {
    "$root/scripts/two-commits.sh" "$dir/interpreted" same >&2
    cd "$dir/interpreted"
    git checkout -q -B main HEAD~1
    printf -- '-Xmixed\n' > vm.options
    printf 'measure:\n  jvm-args: [-XX:VMOptionsFile=vm.options]\n' >> budgets.yaml
    amend
    printf -- '-Xint\n' > vm.options
    git commit -qam "The same code in the interpreter"
}

shared() {
    "$root/scripts/two-commits.sh" "$dir/shared" same >&2
    cd "$dir/shared"
    sed -i 's/i < 400;/i < 520;/' src/demo/Case*.java
    amend
}

for kind in interpreted shared; do
    [ -d "$dir/$kind/.git" ] || (rm -rf "${dir:?}/$kind" && "$kind")
    cd "$dir/$kind"
    run=.clnrm-bench/common-$$
    status=0
    "$bench" compare HEAD~1 HEAD --unchanged-code measure --quiet --out "$run" > table.txt || status=$?
    "$bench" report "$run" --out page.html >/dev/null
    "$bench" merge "$run" --out "$run-markdown" --format markdown > comment.md || true
    "$bench" merge "$run" --out "$run-json" --format json > result.json || true
    echo "== $kind: status $status"
    echo "table:   $(head -n 1 table.txt)"
    echo "comment: $(sed -n '2p' comment.md) / $(sed -n '4p' comment.md | cut -c 1-200)"
    echo "page:    $(sed -n 's/.*<p class="sentence">\([^<]\{1,200\}\).*/\1/p' page.html | head -n 1)"
    echo "JSON:    $(python3 -c 'import json, sys; cause = json.load(open("result.json"))["common_cause"]; print(cause and {k: cause[k] for k in ("cases", "of", "ratio")})')"
    grep -m 1 'of them\|regressed' <(tail -n 4 table.txt) || true
done
