package dev.clnrm.bench.report;

import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.UnmeasuredSources;
import java.util.List;
import java.util.Optional;

/**
 * The code and the cases that a change does not reach.
 *
 * @param unreached the changed code that no case reaches; empty if unknown
 * @param omitted the cases that were not measured, because the change does not reach them
 * @param claimed whether this comes from an untrusted run and is not checked
 */
public record ReachFacts(Optional<ReachSummary> unreached, List<String> omitted, boolean claimed) {
    public static final ReachFacts NONE = new ReachFacts(Optional.empty(), List.of(), false);

    /** The most files that a warning names. */
    private static final int NAMES = 3;

    public ReachFacts {
        omitted = List.copyOf(omitted);
    }

    /** The changed code that no case reaches, if there is any. */
    public Optional<ReachSummary> some() {
        return unreached.filter(one -> one.unreached() > 0);
    }

    /** {@code 3 of 14 changed methods}, with its origin if it is not checked; empty if every method is reached. */
    public Optional<String> count() {
        return some().map(one -> one.unreached() + " of " + Counts.count(one.methods(), "changed method") + by());
    }

    private String by() {
        return claimed ? ", as the run of the pull request says" : "";
    }

    /** The changed source files that are in no measured jar, if there are any. */
    public Optional<UnmeasuredSources> unmeasured() {
        return unreached.flatMap(ReachSummary::unmeasured).filter(one -> one.number() > 0);
    }

    /** {@code 3 changed source files are in no measured jar}; empty if there are none. */
    public Optional<String> unmeasuredCount() {
        return unmeasured().map(files -> unmeasured(files.number()) + by());
    }

    static String unmeasured(int files) {
        return Counts.count(files, "changed source file") + (files == 1 ? " is" : " are") + " in no measured jar";
    }

    /** The warning about these files, with some of their names; empty if there are none. */
    public Optional<String> warning() {
        return unmeasured().map(files -> {
            List<String> names =
                    files.files().stream().limit(NAMES).map(Inert::name).toList();
            int more = files.number() - names.size();
            boolean one = files.number() == 1;
            return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more")
                    + " changed, and no measured jar contains "
                    + (one ? "its changed class" : "their changed classes") + ": this check says nothing about "
                    + (one ? "it" : "them") + by();
        });
    }

    /** {@code no benchmark reaches 3 of 14 changed methods}; empty if every method is reached. */
    public Optional<String> sentence() {
        return count().map(count -> "no benchmark reaches " + count + "; `clnrm-bench affected` shows them");
    }
}
