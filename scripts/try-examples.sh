#!/usr/bin/env bash
# Builds the action's image and executes every example workflow, the README's and this repository's own as GitHub's runner does, for all events that start
# them, with a server in place of GitHub. Prints a table of events with what each posted, and ends with 1 if anything is wrong.
#
# Usage: scripts/try-examples.sh [SCENARIO...]     (after a build; as root, if no Docker engine runs)
#        SCENARIO is one of pull_request fork label approval comment merge_group schedule own cache more hostile
#        IMAGE=NAME scripts/try-examples.sh     uses an existing image
# If the machine permits no container, it says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
# shellcheck source=scripts/container-engine.sh
. scripts/container-engine.sh
work=$(mktemp -d)
trap 'stop_engine; rm -rf "$work"' EXIT
start_engine
[ -n "$engine" ] || exit 0

image=${IMAGE:-clnrm-bench-ci:latest}
if [ -z "${IMAGE:-}" ]; then
    status=0
    CONTAINER_ENGINE=$engine scripts/build-image.sh "$image" || status=$?
    if [ "$status" = 4 ]; then
        echo "image: skipped: no Debian mirror delivered a base"
        exit 0
    fi
    [ "$status" = 0 ] || exit "$status"
fi
# What own images begin with.
"$engine" tag "$image" ghcr.io/clnrm/bench-action:v1

# shellcheck disable=SC2086 # several flags
./mvnw -q -B -ntp ${MAVEN_FLAGS:-} -pl dsl,engine -Djacoco.skip=true -Dspotless.check.skip=true -DskipTests \
    package dependency:build-classpath -Dmdep.outputFile="$root/engine/target/test.classpath" >/dev/null
chmod 755 "$work"
# For the runner's user, who may not see this folder.
mkdir -p "$work/program/engine/target"
cp -r host "$work/program"
cp -r engine/target/clnrm-bench.jar engine/target/lib "$work/program/engine/target"
PROGRAM=$work/program scripts/example-project.sh "$work/origin" >/dev/null
java -Dsun.net.httpserver.nodelay=true -cp "engine/target/test-classes:engine/target/classes:$(cat engine/target/test.classpath)" \
    dev.clnrm.bench.workflow.TryExamplesMain "$image" "$engine" "$root" "$work" "$@"
