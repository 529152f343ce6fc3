#!/usr/bin/env bash
# Builds the action's image again and runs it for a pull request as GitHub would. If the machine does not permit it, prints the reason.
# Usage: scripts/try-image.sh     (as root, after a build; EVENTS and BUILD_FLAGS as in try-action.sh and build-image.sh)
set -euo pipefail
cd "$(dirname "$0")/.."

# What debootstrap and buildah have to do, tried where it ends with the command: a mount, a device, a chroot.
permitted() {
    local dir
    dir=$(mktemp -d)
    # shellcheck disable=SC2016 # for the shell within
    unshare --mount sh -ec '
        mount -t tmpfs none "$1"
        mkdir "$1/root"
        mknod "$1/null" c 1 3
        : >"$1/null"
        mount --bind / "$1/root"
        chroot "$1/root" true' sh "$dir" || { rmdir "$dir"; return 1; }
    rmdir "$dir"
}
if ! why=$(permitted 2>&1); then
    echo "image: skipped: this machine does not permit building one: ${why%%$'\n'*}"
    exit 0
fi

# The libraries that the build has fetched already.
export BUILD_FLAGS=${BUILD_FLAGS---volume $HOME/.m2:/root/.m2}
status=0
scripts/build-image.sh clnrm-bench-ci || status=$?
if [ "$status" = 4 ]; then
    echo "image: skipped: no Debian mirror delivered a base"
    exit 0
fi
[ "$status" = 0 ] || exit "$status"
EVENTS=${EVENTS:-pull_request} scripts/try-action.sh localhost/clnrm-bench-ci
