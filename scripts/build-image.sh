#!/usr/bin/env bash
# Builds the action's image without pulling one: debootstrap makes the base, Docker or buildah builds the Dockerfile on it.
# Usage: scripts/build-image.sh [NAME]     (as root; MIRROR and ROOT may be set; CONTAINER_ENGINE, `docker` or `buildah`, selects a running engine)
# The base is cached in ROOT (default /var/tmp/clnrm-bench-trixie). Delete it to build it again.
# Exit status: 4 if there is no base, 3 if the build fails.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-clnrm-bench-action}
mirror=${MIRROR:-http://deb.debian.org/debian}
root=${ROOT:-/var/tmp/clnrm-bench-trixie}
engine=${CONTAINER_ENGINE:-docker}
base=clnrm-bench-base:trixie
[ "$engine" = docker ] || base=localhost/$base
export DOCKER_BUILDKIT=0

if [ ! -f "$root.tar" ]; then
    command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -y -qq debootstrap debian-archive-keyring >/dev/null; }
    rm -rf "$root"
    debootstrap --variant=minbase trixie "$root" "$mirror" >"$root.log" 2>&1 || { tail -5 "$root.log" >&2; exit 4; }
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
    tar -C "$root" -cf "$root.tar" .
    rm -rf "$root"
fi
# What lets this machine reach mirrors and repositories lets the image reach them as it is built: apt's proxy, and authorities of certificates.
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
mkdir -p "$context/etc/apt/apt.conf.d" "$context/usr/local/share/ca-certificates"
for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*[Pp]roxy*; do
    if [ -f "$file" ]; then cp "$file" "$context/etc/apt/apt.conf.d/90proxy"; fi
done
cp -r /usr/local/share/ca-certificates/. "$context/usr/local/share/ca-certificates" 2>/dev/null || true
printf 'FROM %s\nCOPY etc /etc\nCOPY usr /usr\n' "$base-bare" >"$context/Dockerfile"

log=$root.log
if [ "$engine" = docker ]; then
    docker image inspect "$base-bare" >/dev/null 2>&1 ||
        docker import -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' "$root.tar" "$base-bare" >/dev/null
    build() { docker build --network host "$@"; }
else
    if ! buildah inspect --type image "$base-bare" >/dev/null 2>&1; then
        container=$(buildah from scratch)
        buildah add -q "$container" "$root.tar" / >/dev/null
        buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
        buildah commit -q --rm "$container" "$base-bare" >/dev/null
    fi
    build() { buildah build --isolation chroot --layers --force-rm "$@"; }
fi
if ! build -t "$base" "$context" >"$log" 2>&1 || ! build --build-arg "BASE=$base" -t "$name" . >>"$log" 2>&1; then
    tail -30 "$log" >&2
    exit 3
fi
"$engine" images | grep "${name%%:*}"
