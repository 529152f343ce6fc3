package dev.clnrm.bench.report.json;

import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.report.ReachFacts;
import java.util.Optional;

/** What a change reaches, for programs: a stable interface, described in {@code docs/json.md}. */
final class ReachJson {
    private ReachJson() {}

    static Optional<Fields> of(ReachFacts reach) {
        return reach.unreached().map(summary -> new Fields()
                .with("claimed", reach.claimed())
                .with("changed_methods", summary.methods())
                .with("unreached_methods", summary.unreached())
                .each("largest_unreached", summary.largest(), ReachJson::member));
    }

    private static Fields member(ChangedMember member) {
        return new Fields()
                .with("name", member.name())
                .with("what", member.what())
                .with("how", member.how())
                .with("file", member.file())
                .with("line", member.line() > 0 ? Optional.of(member.line()) : Optional.empty())
                .with("instructions", member.instructions());
    }
}
