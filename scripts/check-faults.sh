#!/usr/bin/env bash
# usage: scripts/check-faults.sh DIR [NAME...]
# Shows what a comparison of two sides does if something goes wrong. Prints a table of the exit status, the finished forks on
# disk, the result of resuming, what is left behind, and the message. DIR is a new folder to work in. NAMEs select some of
# kill9 term term-build hang die full-disk base-build no-git no-repository shallow dirty detached merge renamed one-core.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:?usage: scripts/check-faults.sh DIR [NAME...]}"
work=$(cd "$1" && pwd)
shift
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=$(command -v java); fi
[ -n "${CLNRM_JAR:-}" ] || "$root/clnrm-bench" --version > /dev/null
bench() { "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "${CLNRM_JAR:-$root/engine/target/clnrm-bench.jar}" "$@"; }
few=(--only case_20 --quick --unchanged-code measure --quiet)
[ -d "$work/two" ] || "$root/scripts/two-commits.sh" "$work/two" > /dev/null
wanted=" $* "

# project NAME: a clone with both commits to spoil
project() {
    rm -rf "${work:?}/$1"
    owner=
    git clone -q "$work/two" "$work/$1"
    cd "$work/$1"
    git config user.name demo
    git config user.email demo@example.org
}

wants() { [ "$wanted" = "  " ] || [[ $wanted == *" $1 "* ]]; }
kept() { if [ -f "$1/samples.ndjson" ]; then grep -c '"values":\[[^]]' "$1/samples.ndjson" || true; else echo 0; fi; }

# What a run left of itself: work trees, forks.
left() {
    local trees forks
    trees=$(find /tmp -maxdepth 1 -name "clnrm-bench-trees-${owner:-none}-*" | wc -l)
    forks=$(pgrep -f "clnrm-bench-trees-${owner:-none}-.*ForkedMain" | wc -l || true)
    [ "$trees" = 0 ] && [ "$forks" = 0 ] && echo nothing || echo "$trees trees, $forks forks"
}

# row NAME STATUS KEPT RESUMED FILE: the line that says what is wrong, or else the last that says anything
row() {
    local said
    said=$(grep -m 1 '^clnrm-bench: error:' "$5" | cut -c 1-150 || true)
    [ -n "$said" ] || said=$(grep -v '^ *$' "$5" | grep -E 'error:|interrupted|Interrupted|vanished|judged|case_20|no space|No space|kept|cut short|failed' | tail -n 1 | cut -c 1-150 || true)
    [ -n "$said" ] || said=$(grep -v '^ *$' "$5" | tail -n 1 | cut -c 1-150)
    printf '%-14s %6s %5s  %-22s %-18s %s\n' "$1" "$2" "$3" "$4" "$(left)" "$said"
}

# plainly NAME ARGS...: a run that is left alone
plainly() {
    local name=$1 status=0
    shift
    bench "$@" --out .clnrm-bench/run > "$work/$name.out" 2>&1 || status=$?
    row "$name" "$status" "$(kept .clnrm-bench/run)" - "$work/$name.out"
}

# begun NAME: starts a comparison in the background, whose number is $pid
begun() {
    bench compare HEAD~1 HEAD "${few[@]}" --out .clnrm-bench/run > "$work/$1.out" 2>&1 &
    pid=$!
    until_true jvm
    owner=$(pgrep -P "$pid" java)
}
jvm() { pgrep -P "$pid" java > /dev/null; }

# until COMMAND: waits for it, but no longer than a minute
until_true() {
    for _ in $(seq 1 600); do
        if "$@"; then return 0; fi
        sleep 0.1
    done
    echo "waited for too long: $*" >&2
}
two_forks() { [ "$(kept .clnrm-bench/run)" -ge 2 ]; }
building() { [ -f .clnrm-bench/build-base.log ]; }

# resumed NAME: goes on, and says what came of it
resumed() {
    local status=0
    bench compare HEAD~1 HEAD --resume .clnrm-bench/run --quiet > "$work/$1-resumed.out" 2>&1 || status=$?
    echo "status $status, $(kept .clnrm-bench/run) forks"
}

printf '%-14s %6s %5s  %-22s %-18s %s\n' what status kept resumed left says

if wants kill9; then
    project kill9
    begun kill9
    until_true two_forks
    kill -9 "$owner"
    status=0; wait "$pid" || status=$?
    forks=$(kept .clnrm-bench/run)
    row kill9 "$status" "$forks" "$(resumed kill9)" "$work/kill9-resumed.out"
fi
if wants term; then
    project term
    begun term
    until_true two_forks
    kill "$owner"
    status=0; wait "$pid" || status=$?
    forks=$(kept .clnrm-bench/run)
    row term "$status" "$forks" "$(resumed term)" "$work/term.out"
fi
if wants term-build; then
    project term-build
    sed -i 's/^build: /build: sleep 41; /' budgets.yaml
    git commit -qam "Build slowly"
    git commit -q --allow-empty -m "And again"
    begun term-build
    until_true building
    sleep 1
    kill "$owner"
    status=0; wait "$pid" || status=$?
    row term-build "$status" "$(kept .clnrm-bench/run)" "$(pgrep -fx 'sleep 41' > /dev/null && echo 'build runs on' || echo -)" "$work/term-build.out"
fi
if wants hang; then
    project hang
    sed -i 's/long mixed = state++;/long mixed = state++; while (mixed < Long.MAX_VALUE) { mixed = state; }/' src/demo/Case20.java
    git commit -qam "Hang"
    plainly hang compare HEAD~1 HEAD "${few[@]}" --timeout 3s
fi
if wants die; then
    project die
    sed -i 's/long mixed = state++;/long mixed = state++; if (mixed > 5000) { Runtime.getRuntime().halt(7); }/' src/demo/Case20.java
    git commit -qam "Die"
    plainly die compare HEAD~1 HEAD "${few[@]}"
fi
if wants full-disk; then
    project full-disk
    mkdir -p "$work/disk"
    if mount -t tmpfs -o size=24k tmpfs "$work/disk" 2> /dev/null; then
        status=0
        bench compare HEAD~1 HEAD "${few[@]}" --out "$work/disk/run" > "$work/full-disk.out" 2>&1 || status=$?
        forks=$(kept "$work/disk/run")
        mount -o remount,size=4m "$work/disk"
        again=0
        bench compare HEAD~1 HEAD --resume "$work/disk/run" --quiet > "$work/full-disk-resumed.out" 2>&1 || again=$?
        row full-disk "$status" "$forks" "status $again, $(kept "$work/disk/run") forks" "$work/full-disk.out"
        umount "$work/disk"
    else
        printf '%-14s only root can mount a small disk\n' full-disk
    fi
fi
if wants base-build; then
    project base-build
    echo 'class' >> src/demo/Case1.java
    git commit -qam "Break"
    git revert --no-edit HEAD > /dev/null
    plainly base-build compare HEAD~1 HEAD "${few[@]}"
fi
if wants no-git; then
    project no-git
    status=0
    PATH=/nowhere bench compare HEAD~1 HEAD "${few[@]}" > "$work/no-git.out" 2>&1 || status=$?
    row no-git "$status" 0 - "$work/no-git.out"
fi
if wants no-repository; then
    project no-repository
    rm -rf .git
    plainly no-repository check "${few[@]}"
fi
if wants shallow; then
    rm -rf "$work/shallow"
    git clone -q --depth 1 "file://$work/two" "$work/shallow"
    cd "$work/shallow"
    plainly shallow compare HEAD~1 HEAD "${few[@]}"
fi
if wants dirty; then
    project dirty
    sed -i 's/i < 400/i < 800/' src/demo/Case20.java
    plainly dirty check --base HEAD "${few[@]}"
fi
if wants detached; then
    project detached
    git checkout -q --detach
    plainly detached check --base main~1 "${few[@]}"
fi
if wants merge; then
    project merge
    git checkout -q -b other HEAD~1
    sed -i 's/i < 400/i < 800/' src/demo/Case20.java
    git commit -qam "Slow"
    git checkout -q main
    git merge -q --no-ff -m "Merge" other
    plainly merge compare HEAD^1 HEAD "${few[@]}"
fi
if wants renamed; then
    project renamed
    sed -i 's/"case_20"/"case_twenty"/' src/demo/DemoSuite.java
    git commit -qam "Rename"
    plainly renamed compare HEAD~1 HEAD --only case_20 --only case_twenty --quick --unchanged-code measure --quiet
fi
if wants one-core; then
    project one-core
    status=0
    taskset -c 0 "$java" -XX:+UseSerialGC -jar "${CLNRM_JAR:-$root/engine/target/clnrm-bench.jar}" \
        compare HEAD~1 HEAD "${few[@]}" --out .clnrm-bench/run > "$work/one-core.out" 2>&1 || status=$?
    row one-core "$status" "$(kept .clnrm-bench/run)" - "$work/one-core.out"
fi
