#!/bin/sh
# Runs the program on every bad input that has a fixture and checks its answers.
#
# Usage: scripts/bad-inputs.sh [NAME...]     after a build with tests compiled; tries all inputs, or those whose name contains one of the words
#
# Prints one line for each input, `name | exit status | first line`, and the whole output below it. Fails if a status is not the expected
# one, or if the program prints a stack trace. Takes two to three minutes. Tries a full disk if it can mount one.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
bench=$root/clnrm-bench
classes=$root/engine/target/test-classes
faulty=dev.clnrm.bench.faulty
[ -f "$classes/dev/clnrm/bench/faulty/FaultySuite.class" ] || {
    echo "bad-inputs: error: the suites that misbehave are not compiled" >&2
    echo "      help: run  ./mvnw -q package  first" >&2
    exit 2
}
work=$(mktemp -d)
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 2
failures=0
tried=0

# wanted NAME: whether this input was asked for; all are when none was.
words=$*
wanted() {
    [ -n "$words" ] || return 0
    for word in $words; do
        case $1 in *"$word"*) return 0 ;; esac
    done
    return 1
}

# answer NAME EXPECTED STATUS FILE: shows what was said and judges it.
answer() {
    tried=$((tried + 1))
    printf '%s | %s | %s\n' "$1" "$3" "$(sed -n '/[^[:space:]]/{p;q;}' "$4")"
    sed 's/^/    /' "$4"
    if [ "$3" -ne "$2" ]; then
        failures=$((failures + 1))
        echo "    ^^^ WRONG: the exit status should be $2"
    fi
    if grep -E '^[[:space:]]+at ' "$4" | grep -qv "$faulty"; then
        failures=$((failures + 1))
        echo "    ^^^ WRONG: a stack trace of the program's own"
    fi
}

# try NAME EXPECTED ARGUMENT...: runs the program.
try() {
    name=$1
    expected=$2
    shift 2
    wanted "$name" || return 0
    "$bench" "$@" >said 2>&1 </dev/null
    answer "$name" "$expected" $? said
}

# suite NAME CLASS [LINE...]: a project with one suite, and further lines at the end of its file.
suite() {
    printf 'version: 1\nsuites:\n  %s:\n    classpath: %s\n    suite: %s\n' "$1" "$classes" "$2" >budgets.yaml
    shift 2
    for line in "$@"; do printf '%s\n' "$line" >>budgets.yaml; done
}

# await FILE COUNT: waits until a file has so many lines.
await() {
    turns=0
    while { [ ! -f "$1" ] || [ "$(wc -l <"$1")" -lt "$2" ]; } && [ $turns -lt 300 ]; do
        sleep 0.1
        turns=$((turns + 1))
    done
}

# --- files
try no-file 2 run -f missing.yaml
mkdir folder
try file-is-a-folder 2 validate -f folder
: >empty.yaml
try empty-file 2 validate -f empty.yaml
printf '\001\002\377\376' >binary.yaml
try binary-file 2 validate -f binary.yaml
printf 'version: 1\nsuites: {a: [}\n' >broken.yaml
try broken-yaml 2 validate -f broken.yaml
suite sound "$faulty.SoundSuite" 'budgts:' '  a: 1 ms'
try unknown-key 2 validate
suite sound "$faulty.SoundSuite" 'budgets:' '  sound/average: 1 usec' '  sound/avrage: 1 ms'
try unknown-unit-and-name 2 run

# --- words
suite sound "$faulty.SoundSuite"
try no-command 2
try unknown-command 2 rum
try unknown-option 2 run --fork 3
try no-forks 2 run --forks 0
try many-forks 2 run --forks many
try time-without-unit 2 run --timeout 10
try negative-time-budget 2 run --time-budget '-1 s'
try quick-and-full 2 run --quick --full
try unknown-format 2 run --format xml
try unknown-jdk-version 2 run --java 99
try unknown-jdk-folder 2 run --java /no/such/jdk
try filter-finds-nothing 2 run avrage
try unknown-suite 2 run --suite sund

# --- where suites come from
for bad in missing-jar not-a-jar; do
    printf 'this is no jar' >not-a-jar.jar
    printf 'version: 1\nsuites:\n  sound: {classpath: %s.jar, suite: a.B}\n' $bad >budgets.yaml
    try class-path-$bad 2 run
done
printf 'version: 1\nsuites:\n  legacy: {jar: %s}\n' "$(ls "$root"/engine/target/lib/commons-math3-*.jar)" >budgets.yaml
try jar-without-benchmarks 2 run
suite missing no.such.Suite
try suite-class-missing 2 run
suite no "$faulty.NoSuite"
try suite-class-is-no-suite 2 run
suite other "$faulty.SoundSuite"
try suite-of-another-name 2 run
suite throwing "$faulty.ThrowingSuite"
try suite-throws-while-declaring 2 run
suite exiting "$faulty.ExitingSuite"
try suite-exits-while-declaring 2 run
suite hanging "$faulty.HangingSuite"
try suite-hangs-while-declaring 2 list
suite spawning "$faulty.SpawningSuite"
try suite-leaves-a-thread-while-declaring 0 list
suite printing "$faulty.PrintingSuite"
try suite-prints-while-declaring 0 list --json

# --- what benchmarks do
suite faulty "$faulty.FaultySuite" 'measure: {forks: {min: 1, max: 1}}'
for fault in throws_checked throws_own throws_error throws_later recurses setup_throws teardown_throws out_of_memory \
    exits_with_0 exits_with_3 halts crashes hangs exits_and_leaves_process unknown_option \
    program_fails program_missing program_hangs; do
    try "benchmark-$fault" 3 run -q --timeout '3 s' --out "run-$fault" "faulty/$fault"
done
for odd in leaves_thread leaves_process floods chatters; do
    try "benchmark-$odd" 0 run -q --out "run-$odd" "faulty/$odd"
done
try one-fails-and-one-is-sound 3 run -q --out run-both faulty/sound faulty/throws_checked
suite faulty "$faulty.FaultySuite" 'budgets:' '  faulty/chatters: 1 ns' '  faulty/throws_checked: 1 ns'
try over-budget-and-one-fails 1 run -q --forks 3 --out run-over faulty/chatters faulty/throws_checked

# --- where runs are kept
suite sound "$faulty.SoundSuite"
: >file
try out-is-a-file 3 run --out file single_shot
try out-cannot-be-made 3 run --out /proc/no/such/folder single_shot
try out-holds-a-run 3 run --out run-both single_shot
try nothing-to-resume 2 run --resume
try resume-what-is-no-run 3 run --resume folder
try resume-what-ended 2 run --resume run-both
mkdir -p garbage && printf '{"format": 1' >garbage/run.json
try resume-garbage 3 run --resume garbage
mkdir -p newer && printf '{"format": 99}' >newer/run.json
try resume-a-newer-format 3 run --resume newer
if wanted resume-what-changed; then
    "$bench" run -q --out changed --time-budget '1 ns' single_shot >/dev/null 2>&1
    suite sound "$faulty.SoundSuite" '    measure: {jvm-args: [-Xmx300m]}'
    try resume-what-changed 2 run --resume changed
fi

# --- signals
suite sound "$faulty.SoundSuite"
if wanted killed-and-resumed || wanted two-controllers; then
    "$bench" run -q --out killed --seed 1 --forks 3 sound/average sound/async >/dev/null 2>&1 &
    pid=$!
    await killed/samples.ndjson 2
    try two-controllers 3 run --resume killed
    kill -KILL $pid
    wait $pid 2>/dev/null
    printf '{"torn' >>killed/samples.ndjson
    try killed-and-resumed 0 run -q --resume killed
fi
if wanted told-to-end; then
    "$bench" run -q --out ended --seed 2 --forks 9 sound/average >said 2>&1 &
    pid=$!
    await ended/samples.ndjson 2
    kill -TERM $pid
    wait $pid
    answer told-to-end 143 $? said
fi

# --- full disks
mkdir disk
if mount -t tmpfs -o size=128k tmpfs disk 2>/dev/null; then
    dd if=/dev/zero of=disk/filler bs=1k count=48 2>/dev/null
    suite sound "$faulty.SoundSuite" '    measure: {iterations: 400 x 1 ms, warmup: 1 x 10 ms}'
    try disk-fills-up 3 run -q --out disk/run --forks 4 torn_down
    dd if=/dev/zero of=disk/more bs=1k count=128 2>/dev/null
    try disk-is-full 3 run -q --out disk/other single_shot
    if wanted temporary-folder-is-full; then
        JDK_JAVA_OPTIONS="-Djava.io.tmpdir=$work/disk" "$bench" run -q --out elsewhere single_shot >said 2>&1
        status=$?
        sed -i '/^NOTE: Picked up JDK_JAVA_OPTIONS/d' said
        answer temporary-folder-is-full 3 $status said
    fi
    mount -o remount,size=4m disk
    try disk-has-room-again 0 run -q --resume disk/run
else
    echo "full disk | not tried | a small disk can be mounted only by root on Linux"
fi

echo "$tried inputs, $failures wrong answers"
[ "$failures" -eq 0 ]
