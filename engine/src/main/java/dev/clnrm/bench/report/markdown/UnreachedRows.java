package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.ReachFacts;
import java.util.Optional;

/** The template data of changed code that no benchmark reaches. */
final class UnreachedRows {
    private UnreachedRows() {}

    /** {@code count}, {@code rows} and {@code more}; empty if there is no such code. */
    static Optional<TemplateRow> of(ReachFacts reach) {
        return reach.some().map(some -> new TemplateRow()
                .ours("count", reach.count())
                .each("rows", some.largest().stream(), UnreachedRows::row)
                .with("more", some.unreached() - some.largest().size()));
    }

    /** {@code count}, {@code files} and {@code more}: changed files that are in no measured jar; empty if there are none. */
    static Optional<TemplateRow> unmeasured(ReachFacts reach) {
        return reach.unmeasured().map(some -> new TemplateRow()
                .ours("count", reach.unmeasuredCount())
                .each("files", some.files().stream(), Inert::name)
                .with("more", some.number() - some.files().size()));
    }

    static TemplateRow row(ChangedMember member) {
        return new TemplateRow()
                .name("name", member.name())
                .with(
                        "place",
                        Optional.of(member.place())
                                .filter(place -> !place.isEmpty())
                                .map(Inert::name))
                .with("instructions", member.instructions());
    }
}
