#!/usr/bin/env bash
# usage: scripts/foresee.sh DIR [COMMITS]
# Makes a git repository in DIR with a release, v1.0, and 30 commits after it whose effects are known: changes of Alpha move what runs it, changes of
# Beta reach as much and move nothing, every other change of Gamma moves its case, and some commits are documents. Measures all commits with
# `history backfill`, then asks `affected --history` of one more change of each class. Prints how good such predictions were beside always guessing that
# what is reached moves, and fails unless they were better and what it says of the last changes is right. Takes some ten minutes on a machine that has
# nothing else to do; on a busy one few changes can be proven.
# Needs a JDK, git, jq and the built program.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: scripts/foresee.sh DIR [COMMITS]" >&2
    exit 2
fi
commits=${2:-30}
. "$root/scripts/demo-project.sh"

worker() { # CLASS ROUNDS MARK: the mark changes the code and not its time
    source_file "src/main/java/demo/$1.java" <<JAVA
package demo;

public final class $1 {
    private long state = 7;

    public long work() {
        if (state == Long.MIN_VALUE) {
            state = $3;
        }
        long mixed = state++;
        for (int i = 0; i < $2; i++) {
            mixed ^= mixed << 13;
            mixed ^= mixed >>> 7;
            mixed ^= mixed << 17;
        }
        return mixed;
    }
}
JAVA
}

demo_project "$1"
budgets DemoSuite demo
echo 'measure: {iterations: 10 x 20 ms, warmup: 5 x 20 ms}' >> budgets.yaml
source_file src/main/java/demo/Both.java <<'JAVA'
package demo;

public final class Both {
    private final Alpha alpha = new Alpha();
    private final Beta beta = new Beta();

    public long work() {
        return alpha.work() + beta.work();
    }
}
JAVA
suite DemoSuite demo 'benchmark("alpha").given(Alpha::new).measureLong(Alpha::work),
                        benchmark("beta").given(Beta::new).measureLong(Beta::work),
                        benchmark("gamma").given(Gamma::new).measureLong(Gamma::work),
                        benchmark("both").given(Both::new).measureLong(Both::work)'
alpha=500
gamma=500
worker Alpha $alpha 0
worker Beta 500 0
worker Gamma $gamma 0
commit "Release 1.0"
git tag v1.0
toggled() { # ROUNDS
    echo $((1250 - $1)) # 500 and 750 by turns
}
for i in $(seq 1 "$commits"); do
    case $((i % 5)) in
        1) alpha=$(toggled "$alpha") && worker Alpha "$alpha" "$i" ;;
        2 | 4) worker Beta 500 "$i" ;;
        3)
            [ $((i % 2)) = 0 ] || gamma=$(toggled "$gamma")
            worker Gamma "$gamma" "$i"
            ;;
        0) echo "$i" > README.md ;;
    esac
    commit "Change $i"
done
echo "$PWD: $(git rev-list --count HEAD) commits; load $(cut -d' ' -f1 /proc/loadavg)"
"$root/clnrm-bench" history backfill v1.0..HEAD --quiet

faults=0
mkdir -p target
foreseen() { # CLASS ROUNDS CASE MOVES: a change of the class, and whether the case is called likely to move
    worker "$1" "$2" 4242
    "$root/clnrm-bench" affected --base HEAD --history --quiet --format json > "target/$1.json"
    local probability
    probability=$(jq -r --arg case "demo/$3" '.foreseen.cases[] | select(.case == $case) | .probability' "target/$1.json")
    local likely
    likely=$(jq -rn --argjson p "${probability:-null}" '$p != null and $p >= 0.5')
    echo "$1 changes: $3 moves with ${probability:-no} probability"
    if [ "$likely" != "$4" ]; then
        echo "expected: likely $4"
        faults=$((faults + 1))
    fi
    git checkout -q -- src
}
foreseen Alpha 500 alpha true
foreseen Alpha 500 both true
foreseen Beta 500 beta false
foreseen Beta 500 both false
worker Alpha 500 4242
"$root/clnrm-bench" affected --base HEAD --history --quiet
git checkout -q -- src
jq -r '.foreseen.tried | "\(.predictions) predictions, \(.moved) moved; called likely \(.likely), of which \(.likely_moved) moved",
    "Brier score \(.brier), every reached case moves \(.brier_always), none moves \(.brier_never)"' target/Alpha.json
if ! jq -e '.foreseen.tried | .brier < .brier_always and .brier < .brier_never' target/Alpha.json > /dev/null; then
    echo "guessing is better"
    faults=$((faults + 1))
fi
exit $((faults > 0))
