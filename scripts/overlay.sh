#!/usr/bin/env bash
# usage: scripts/overlay.sh DIR
# Makes a git repository in DIR with two commits, whose benchmarks change together with the code they measure:
#   search    is new in the second commit; the code that it measures becomes 20 % slower;
#   mix       has another input in the second commit; its code is the same;
#   renamed   is the new name of `old_name`;
#   only_head is new, and calls a method that only the second commit has.
# Both sides measure search, mix and renamed with the second commit's benchmark; only_head does not compile on the first.
# Needs a JDK, git and the built DSL (./clnrm-bench builds it). Try it with:
#   ./clnrm-bench compare HEAD~1 HEAD --file DIR/budgets.yaml --quick
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/overlay.sh DIR}
. "$root/scripts/demo-project.sh"

demo_project "$dir"
budgets MoreSuite more DemoSuite demo

searching() { # ROUNDS FURTHER
    mixer "public long search() {
        return mixed(state++, $1);
    }

    public long mix(int rounds) {
        return mixed(state++, rounds);
    }
    $2"
}

searching 400 ""
suite DemoSuite demo 'benchmark("mix").given(Mixer::new).measureLong(mixer -> mixer.mix(400)),
                        benchmark("old_name").given(Mixer::new).measureLong(mixer -> mixer.mix(300))'
suite MoreSuite more 'benchmark("steady").given(Mixer::new).measureLong(mixer -> mixer.mix(200))'
commit "Two benchmarks"

searching 480 'public long onlyHead() {
        return mixed(state++, 100);
    }
'
suite DemoSuite demo 'benchmark("mix").given(Mixer::new).measureLong(mixer -> mixer.mix(600)),
                        benchmark("renamed").given(Mixer::new).measureLong(mixer -> mixer.mix(300)),
                        benchmark("search").given(Mixer::new).measureLong(Mixer::search)'
suite MoreSuite more 'benchmark("steady").given(Mixer::new).measureLong(mixer -> mixer.mix(200)),
                        benchmark("only_head").given(Mixer::new).measureLong(Mixer::onlyHead)'
commit "New benchmarks and slower code"
echo "$dir: $(git rev-list --count HEAD) commits"
