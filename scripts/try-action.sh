#!/usr/bin/env bash
# Runs the action's image as GitHub would, with its mounts, variables and event files, against a fake GitHub. Prints for every event:
# exit status, outputs, summary, comment, check and issue as the server has them, owners of the files, requests that GitHub's OpenAPI
# description does not allow, and the time from the container's start to the first fork and from the last fork to the comment.
# Then does the same with a benchmark that looks for secrets.
#
# Usage: scripts/try-action.sh [IMAGE]     (as root; needs buildah and git; builds the image if it is missing)
#        EVENTS='pull_request push' scripts/try-action.sh     only these events
#        PROGRAM=DIR scripts/try-action.sh     with clnrm-bench.jar and lib of that folder instead of the image's own
# Ends with 1 if anything is wrong. Takes about five minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
image=${1:-localhost/clnrm-bench-action}
events=${EVENTS:-pull_request push schedule workflow_dispatch merge_group fork hostile token}
runner=1001
wrong=0

buildah inspect --type image "$image" >/dev/null 2>&1 || scripts/build-image.sh "${image##*/}"
# shellcheck disable=SC2086 # several flags
./mvnw -q -B -ntp ${MAVEN_FLAGS:-} -pl dsl,engine -Djacoco.skip=true -Dspotless.check.skip=true -DskipTests \
    test-compile dependency:build-classpath -Dmdep.outputFile="$root/engine/target/test.classpath" >/dev/null
size=$(buildah images --format '{{.Size}}' "$image")
mapfile -t entry < <(buildah inspect --type image --format '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' "$image" | sed '/^$/d')
echo "image $image, $size${PROGRAM:+, with the program of $PROGRAM}"

work=$(mktemp -d)
container=$(buildah from --pull-never "$image")
mkfifo "$work/told" "$work/answers"
java -cp "engine/target/test-classes:engine/target/classes:$(cat engine/target/test.classpath)" \
    dev.clnrm.bench.github.FakeGitHubMain 8099 <"$work/told" >"$work/answers" &
exec 3>"$work/told" 4<"$work/answers"
tell() {
    echo "$*" >&3
    read -r _ <&4
}
# shellcheck disable=SC2317 # by the trap
finish() {
    exec 3>&-
    buildah rm "$container" >/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
read -r _ <&4
# The workspace belongs to another user than this script.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'

check() { # check WHAT EXPECTED SEEN
    if [ "$2" = "$3" ]; then echo "  ok: $1: $3"; else echo "  WRONG: $1: expected $2, seen $3"; wrong=1; fi
}

# project DIR: two commits, of which the second is slower in one case and allocates as before
project() {
    scripts/two-commits.sh "$1" >/dev/null
    git -C "$1" checkout -q --detach HEAD
    built "$1"
}

# built DIR: what a workflow does before the action measures a push
built() { (cd "$1" && sh -c "$(sed -n 's/^build: //p' budgets.yaml)"); }

# step NAME EVENT FILE COMMIT [INPUT=VALUE...]: one step; leaves its files in $work/NAME
step() {
    local name=$1 event=$2 file=$3 commit=$4 dir=$work/$1
    shift 4
    mkdir -p "$dir"/{home/.m2,workflow,file_commands,runner_temp}
    cp "$file" "$dir/workflow/event.json"
    touch "$dir"/file_commands/{output,summary,env,path}
    echo '<password>secret-of-home</password>' >"$dir/home/.m2/settings.xml"
    echo 'secret-of-checkout' >"$dir/runner_temp/git-credentials-1.config"
    chown -R $runner:$runner "$dir" "$workspace"
    local variables=()
    [ -z "${PROGRAM:-}" ] || variables+=(--volume "$PROGRAM/clnrm-bench.jar:/opt/clnrm-bench/clnrm-bench.jar:ro" --volume "$PROGRAM/lib:/opt/clnrm-bench/lib:ro")
    for input in "$@"; do variables+=(--env "INPUT_${input%%=*}=${input#*=}"); done
    start=$(date +%s%3N)
    set +e
    buildah run --isolation chroot --workingdir /github/workspace \
        --volume "$workspace:/github/workspace" --volume "$dir/home:/github/home" --volume "$dir/workflow:/github/workflow" \
        --volume "$dir/file_commands:/github/file_commands" --volume "$dir/runner_temp:/github/runner_temp" \
        --env HOME=/github/home --env JAVA_HOME=/opt/hostedtoolcache/Java_Temurin --env CI=true --env GITHUB_ACTIONS=true \
        --env GITHUB_EVENT_NAME="$event" --env GITHUB_EVENT_PATH=/github/workflow/event.json --env GITHUB_SHA="$commit" \
        --env GITHUB_REPOSITORY=o/r --env GITHUB_API_URL=http://127.0.0.1:8099 --env GITHUB_SERVER_URL=https://github.com \
        --env GITHUB_RUN_ID=4711 --env GITHUB_RUN_NUMBER=12 --env GITHUB_RUN_ATTEMPT=1 --env GITHUB_WORKSPACE=/github/workspace \
        --env GITHUB_OUTPUT=/github/file_commands/output --env GITHUB_STEP_SUMMARY=/github/file_commands/summary \
        --env GITHUB_ENV=/github/file_commands/env --env GITHUB_PATH=/github/file_commands/path \
        --env RUNNER_TEMP=/github/runner_temp --env ACTIONS_RUNTIME_TOKEN=secret-of-the-runtime "${variables[@]}" \
        "$container" "${entry[@]}" >"$dir/log" 2>&1
    exit=$?
    set -e
    tell show "$dir/server"
    echo
    echo "== $name: $event $*"
    echo "  exit status $exit, summary $(stat -c %s "$dir/file_commands/summary") bytes"
    sed -n '/<</{s/<<.*//;h;n;H;x;s/\n/=/;s/^/  output /;p}' "$dir/file_commands/output"
    sed 's/^/  check /' "$dir/server/checks"
    sed 's/^/  issue /' "$dir/server/issues"
    for comment in "$dir"/server/comment-*.md; do
        [ -f "$comment" ] || continue
        number=${comment##*/comment-}
        echo "  comment on ${number%%-*}, $(stat -c %s "$comment") bytes, begins:"
        head -n 12 "$comment" | cut -c 1-160 | sed 's/^/    /'
    done
    echo "  requests $(wc -l <"$dir/server/requests")"
    check "requests that GitHub does not describe" 0 "$(wc -l <"$dir/server/violations")"
    check "owners of the workspace's files" $runner "$(find "$workspace" -printf '%U\n' | sort -u | paste -sd ' ')"
    check "owners of the step's files" $runner "$(find "$dir/file_commands" "$dir/home" -printf '%U\n' | sort -u | paste -sd ' ')"
    check "commands the runner would take from the log" "" "$(obeyed "$dir/log")"
    times "$dir"
    if [ "$exit" -gt 1 ] || [ ! -s "$dir/file_commands/output" ]; then tail -n 12 "$dir/log" | cut -c 1-300 | sed 's/^/  log /'; fi
}

# output STEP NAME: what the step says of itself; java's own failures end with 1 as well
output() { sed -n "/^$2<</{n;p}" "$work/$1/file_commands/output"; }

# joined STEP RUNS: whether the finished run is in the history, and the dashboard is where the step says
joined() {
    local site
    check "runs in the history" "$2" "$(find "$workspace/performance-history" -mindepth 2 -maxdepth 2 -name run.json | wc -l)"
    check "the finished run in the history, with its samples" 1 "$(find "$workspace/performance-history" -mindepth 2 -maxdepth 2 -name samples.ndjson \
        -exec cmp -s {} "$workspace/clnrm-bench-run/samples.ndjson" \; -print | wc -l)"
    site=$(output "$1" dashboard)
    check "dashboard" clnrm-bench-run/dashboard "$site"
    check "pages of the dashboard" 3 "$(find "$workspace/$site" -name '*.html' | wc -l)"
    check "owners of history and dashboard" $runner "$(find "$workspace/performance-history" "$workspace/$site" -printf '%U\n' | sort -u | paste -sd ' ')"
    check "change points told" "" "$(output "$1" steps-url)"
}

# obeyed LOG: commands that are neither ours nor printed while commands were stopped
obeyed() {
    awk '/^::stop-commands::/ { word = "::" substr($0, 18) "::"; next }
        word != "" { if ($0 == word) word = ""; next }
        /^[ \t]*::/ && !/^::(error|notice)/ { print }
        /##\[/ { print }' "$1"
}

times() {
    local samples last comment first
    samples=$(find "$workspace" -maxdepth 2 -name samples.ndjson -path '*clnrm-bench-run*' | head -n 1)
    [ -s "$samples" ] || return 0
    first=$(date -d "$(grep -o '"started":"[^"]*"' "$samples" | cut -d '"' -f 4 | sort | head -n 1)" +%s%3N)
    last=$(date -d "$(grep -o '"ended" : "[^"]*"' "${samples%/*}/run.json" | cut -d '"' -f 4)" +%s%3N)
    comment=$(cat "$1/server/comment-time")
    # A report of what an earlier step measured has no first fork of its own.
    [ "$first" -lt "$start" ] || echo "  from the container's start to the first fork $((first - start)) ms"
    [ "$comment" = 0 ] || echo "  from the last fork to the comment $((comment - last)) ms"
}

wanted() { case " $events " in *" $1 "*) return 0 ;; *) return 1 ;; esac }
fresh() { tell forget; rm -rf "$workspace/clnrm-bench-run" "$workspace/bundle"; }

workspace=$work/workspace
project "$workspace"
head=$(git -C "$workspace" rev-parse HEAD)
base=$(git -C "$workspace" rev-parse HEAD~1)
cp "$workspace/budgets.yaml" "$work/budgets.yaml"
some=(FORKS=3 'FILTER=case_13 case_14')
event() { printf '%s\n' "$2" >"$work/$1.json"; }
event pull_request "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"$head\",\"ref\":\"topic\"},\"base\":{\"sha\":\"$base\",\"ref\":\"main\"}}}"
event push "{\"ref\":\"refs/heads/main\",\"before\":\"$base\",\"after\":\"$head\"}"
event schedule '{"schedule":"0 0 * * 0"}'
event workflow_dispatch '{"inputs":{}}'
event merge_group "{\"merge_group\":{\"head_sha\":\"$head\",\"base_sha\":\"$base\",\"head_ref\":\"refs/heads/gh-readonly-queue/main/pr-7\"}}"
event workflow_run "{\"workflow_run\":{\"event\":\"pull_request\",\"head_sha\":\"$head\",\"head_branch\":\"topic\",\"head_repository\":{\"owner\":{\"login\":\"mallory\"}},\"run_number\":12,\"run_attempt\":1}}"

if wanted pull_request; then
    fresh
    tell pull 7 "$head" o:topic "$base"
    step pull_request pull_request "$work/pull_request.json" "$head" MODE=all GITHUB-TOKEN=a-token "${some[@]}"
    check "exit status" 1 "$exit"
    check "verdict" regressed "$(output pull_request status)"
    check "comments on pull request 7" 1 "$(find "$work/pull_request/server" -name 'comment-7-*' | wc -l)"
fi
if wanted push; then
    fresh
    step push push "$work/push.json" "$head" MODE=all GITHUB-TOKEN=a-token "${some[@]}"
    check "exit status" 0 "$exit"
fi
if wanted schedule; then
    fresh
    for day in 1 2 3; do
        java -XX:TieredStopAtLevel=1 -cp "engine/target/test-classes:engine/target/classes:$(cat engine/target/test.classpath)" \
            dev.clnrm.bench.runs.SampleRun "$workspace/performance-history/day-$day" 6 one "$day" 1 "$day"
    done
    printf 'budgets:\n  case_13:\n    time: at most 1 ns\n' >>"$workspace/budgets.yaml"
    some+=(HISTORY=performance-history)
    step schedule schedule "$work/schedule.json" "$head" MODE=all GITHUB-TOKEN=a-token "${some[@]}"
    check "exit status" 1 "$exit"
    check "issues" 1 "$(wc -l <"$work/schedule/server/issues")"
    joined schedule 4
    rm -rf "$workspace/clnrm-bench-run"
    cp "$work/budgets.yaml" "$workspace/budgets.yaml"
    step schedule-again schedule "$work/schedule.json" "$head" MODE=all GITHUB-TOKEN=a-token "${some[@]}"
    check "issues, the one of before closed" "closed" "$(cut -d : -f 1 "$work/schedule-again/server/issues")"
    joined schedule-again 5
    rm -rf "$workspace/performance-history"
    unset 'some[-1]'
fi
if wanted workflow_dispatch; then
    fresh
    step workflow_dispatch workflow_dispatch "$work/workflow_dispatch.json" "$head" MODE=run "${some[@]}"
    check "exit status" 0 "$exit"
fi
if wanted merge_group; then
    fresh
    step merge_group merge_group "$work/merge_group.json" "$head" MODE=run "${some[@]}"
    check "exit status" 1 "$exit"
    check "verdict" regressed "$(output merge_group status)"
fi
if wanted fork; then
    fresh
    tell pull 7 "$head" mallory:topic "$base"
    for commit in "$base" "$head"; do tell file budgets.yaml "$commit" "$work/budgets.yaml"; done
    step fork-run pull_request "$work/pull_request.json" "$head" MODE=run "${some[@]}"
    check "exit status" 1 "$exit"
    check "requests of the stage without a token" 0 "$(wc -l <"$work/fork-run/server/requests")"
    cp -r "$workspace/clnrm-bench-run/bundle" "$workspace/bundle"
    step fork-report workflow_run "$work/workflow_run.json" "$base" MODE=report GITHUB-TOKEN=a-token
    check "exit status" 1 "$exit"
    check "comments on pull request 7" 1 "$(find "$work/fork-report/server" -name 'comment-7-*' | wc -l)"
    tell readonly
    step fork-read-only workflow_run "$work/workflow_run.json" "$base" MODE=report GITHUB-TOKEN=a-token
    check "exit status with a token that may only read" 1 "$exit"
    step refused workflow_run "$work/workflow_run.json" "$head" MODE=run
    check "exit status of measuring on workflow_run" 2 "$exit"
fi
if wanted hostile; then
    scripts/hostile-commit.sh "$workspace"
    built "$workspace"
    head=$(git -C "$workspace" rev-parse HEAD)
    event push "{\"after\":\"$head\"}"
    for mode in run all; do
        fresh
        rm -f "$workspace/got.txt"
        inputs=("MODE=$mode" FORKS=2 FILTER=hostile)
        [ $mode = run ] || inputs+=(GITHUB-TOKEN=a-token)
        step "hostile-$mode" push "$work/push.json" "$head" "${inputs[@]}"
        touch "$workspace/got.txt"
        check "the benchmark ran" 1 "$([ -s "$workspace/got.txt" ] && echo 1 || echo 0)"
        check "secrets it got" 0 "$(grep -c 'a-token\|secret-of' "$workspace/got.txt" || true)"
        check "step files it wrote to" 0 "$(grep -c status=hostile "$work/hostile-$mode"/file_commands/* | grep -vc ':0' || true)"
        sed 's/^/    /' "$workspace/got.txt" | cut -c 1-200
    done
fi
if wanted token; then
    fresh
    git -C "$workspace" config http.https://github.com/.extraheader 'AUTHORIZATION: basic c2VjcmV0'
    step token-in-checkout push "$work/push.json" "$head" MODE=run "${some[@]}"
    check "exit status where the checkout left its token" 0 "$exit"
    check "tokens left in the checkout" 0 "$(grep -c c2VjcmV0 "$workspace/.git/config" || true)"
    grep '^::warning' "$work/token-in-checkout/log" | cut -c 1-300
fi
echo
[ $wrong = 0 ] && echo "all as it should be" || echo "something is wrong"
exit $wrong
