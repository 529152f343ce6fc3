#!/usr/bin/env bash
# Builds the action's image without pulling one: debootstrap makes the base, buildah builds the Dockerfile on it.
# Usage: scripts/build-image.sh [NAME]     (as root; MIRROR, ROOT and BUILD_FLAGS may be set)
# The base is cached in ROOT (default /var/tmp/clnrm-bench-trixie). Delete it to build it again.
# Status 4 if there is no base, 3 if the build fails.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-clnrm-bench-action}
mirror=${MIRROR:-http://deb.debian.org/debian}
root=${ROOT:-/var/tmp/clnrm-bench-trixie}
base=localhost/clnrm-bench-base:trixie

if ! command -v debootstrap >/dev/null || ! command -v buildah >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq debootstrap debian-archive-keyring buildah >/dev/null
fi
if [ ! -f "$root.tar" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase trixie "$root" "$mirror" >"$root.log" 2>&1 || { tail -5 "$root.log" >&2; exit 4; }
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
    # What lets apt reach its mirror on this machine lets it reach it in the image as it is built.
    for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*[Pp]roxy*; do
        if [ -f "$file" ]; then cp "$file" "$root/etc/apt/apt.conf.d/90proxy"; fi
    done
    tar -C "$root" -cf "$root.tar" .
    rm -rf "$root"
fi
if ! buildah inspect --type image "$base" >/dev/null 2>&1; then
    container=$(buildah from scratch)
    buildah add -q "$container" "$root.tar" / >/dev/null
    buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
    buildah commit -q --rm "$container" "$base" >/dev/null
fi
# shellcheck disable=SC2086 # several flags
buildah build --isolation chroot --layers --force-rm --build-arg BASE="$base" --timestamp 0 ${BUILD_FLAGS:-} -t "$name" . >"$root.log" 2>&1 || {
    tail -30 "$root.log" >&2
    exit 3
}
buildah images --format '{{.Name}}:{{.Tag}} {{.Size}}' | grep "/$name:"
