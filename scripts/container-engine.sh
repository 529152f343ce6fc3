#!/usr/bin/env bash
# Sourced by other scripts. `start_engine` sets `engine` to what builds and runs images: a running Docker engine, or one that it starts itself and
# `stop_engine` ends. If the machine permits none, `engine` is buildah with chroots; if it permits neither, `engine` is empty.

# shellcheck disable=SC2034 # `engine` is read by who sources this

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

start_engine() {
    engine=docker
    daemon=
    local driver why
    if docker info >/dev/null 2>&1; then
        return
    fi
    if ! why=$(permitted 2>&1); then
        engine=
        echo "image: this machine permits neither Docker nor a chroot: ${why%%$'\n'*}"
        return
    fi
    command -v dockerd >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends docker.io >/dev/null; } || true
    engine_dir=$(mktemp -d /var/tmp/clnrm-bench-docker.XXXXXX)
    export DOCKER_HOST=unix://$engine_dir/socket
    for driver in overlay2 vfs; do
        dockerd --iptables=false --ip6tables=false --bridge=none --storage-driver=$driver --data-root="$engine_dir/data" --exec-root="$engine_dir/exec" \
            --pidfile="$engine_dir/pid" --host="$DOCKER_HOST" >"$engine_dir/log" 2>&1 &
        daemon=$!
        for _ in $(seq 100); do
            if docker info >/dev/null 2>&1; then
                return
            fi
            kill -0 "$daemon" 2>/dev/null || break
            sleep 0.2
        done
        stop_engine
        mkdir -p "$engine_dir"
    done
    echo "image: no Docker engine starts here, so buildah runs the image in a chroot"
    unset DOCKER_HOST
    engine=buildah
    command -v buildah >/dev/null || { apt-get update -qq && apt-get install -y -qq buildah >/dev/null; }
}

stop_engine() {
    if [ -n "${daemon:-}" ]; then
        kill "$daemon" 2>/dev/null || true
        wait "$daemon" 2>/dev/null || true
        daemon=
        umount "$engine_dir"/exec/netns/* 2>/dev/null || true
        rm -rf "$engine_dir" || true
    fi
}
