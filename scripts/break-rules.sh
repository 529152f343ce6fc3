#!/usr/bin/env bash
# Breaks every rule of ArchitectureTest in a copy of the last commit, with one class per rule, and prints the test's message for each.
# Usage: scripts/break-rules.sh     (MAVEN_FLAGS may be set, for example to -o)
# Status 0 if every rule found its class.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/copy"
cd "$work/copy"

# rule, module, package below dev.clnrm.bench, and a member that breaks the rule
rules='data_flows_one_way|engine|stats|dev.clnrm.bench.measure.Fingerprint later() { return dev.clnrm.bench.measure.Fingerprint.ofThisMachine(); }
the_dsl_knows_nothing_of_the_engine|engine|fork.internal|dev.clnrm.bench.samples.Values engine() { return dev.clnrm.bench.samples.Values.NONE; }
packages_have_no_cycles|engine|config|int back(dev.clnrm.bench.plan.Plan plan) { return plan.forks(); }
only_measuring_and_the_dsl_touch_jmh|engine|judge|void use(org.openjdk.jmh.infra.Blackhole hole) { hole.consume(1); }
only_github_touches_the_github_client|engine|report|boolean use(org.kohsuke.github.GitHub client) { return client.isOffline(); }
statistics_see_no_budget|engine|stats|dev.clnrm.bench.model.Budget wish() { return dev.clnrm.bench.model.Budget.NONE; }
only_the_edges_print_and_exit|engine|runs|void speak() { System.out.println(1); }
declaring_makes_values_and_does_nothing_else|dsl|model|java.time.Instant now() { return java.time.Instant.now(); }
no_two_classes_share_a_name|engine|samples|int twin() { return 1; }
numbers_are_written_in_no_language|engine|runs|String day() { return String.format("%02d", 1); }
records_are_small|engine|samples|record Eleven(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {}
the_dsl_depends_on_the_jdk_and_jmh_alone|dsl|model|String name() { return javax.xml.XMLConstants.XML_NS_URI.concat(javax.xml.parsers.SAXParserFactory.newInstance().toString()); }'

number=0
# module, package, member
write() {
    folder="$1/src/main/java/dev/clnrm/bench/${2//.//}"
    mkdir -p "$folder"
    printf 'package dev.clnrm.bench.%s;\n\nfinal class Breaks%d {\n    %s\n}\n' "$2" "$number" "$3" >"$folder/Breaks$number.java"
}

while IFS='|' read -r rule module package member; do
    number=$((number + 1))
    write "$module" "$package" "$member"
    [ "$rule" != no_two_classes_share_a_name ] || write "$module" stats "$member"
done <<<"$rules"

# shellcheck disable=SC2086 # several flags
./mvnw -B -ntp ${MAVEN_FLAGS:-} -Dspotless.check.skip=true -Djacoco.skip=true -pl dsl,engine -Dtest=ArchitectureTest \
    -Dsurefire.failIfNoSpecifiedTests=false test >"$work/log" 2>&1 && { echo "nothing was found" >&2; exit 1; }

number=0
missed=0
while IFS='|' read -r rule _; do
    number=$((number + 1))
    # The first line about this rule's own class after the rule's name.
    said=$(awk -v rule="ArchitectureTest.$rule" -v class="Breaks$number" '
        index($0, "ERROR") && index($0, "ArchitectureTest.") { within = index($0, rule) > 0 }
        within && index($0, class) { sub(/^[ -]+/, ""); print; exit }' "$work/log")
    printf "%-46s %s\n" "$rule" "${said:-MISSED}"
    [ -n "$said" ] || missed=1
done <<<"$rules"
if [ "$missed" = 1 ]; then
    grep -E "ERROR" "$work/log" | head -20 >&2
fi
exit "$missed"
