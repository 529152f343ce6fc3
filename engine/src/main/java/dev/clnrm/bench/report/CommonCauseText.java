package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.CommonCause;
import java.util.List;
import java.util.Optional;

/** The sentence that comes first if most cases moved by about the same factor. */
public final class CommonCauseText {
    /** A factor of at least this, or of at most its inverse, is rarely caused by a change of the code. */
    private static final double UNLIKELY = 2;

    private CommonCauseText() {}

    /** {@code 20 of 20 cases moved by about the same factor, +650 % (+620 % to +690 %), so one cause is likely; …}. */
    public static Optional<String> sentence(ChangeJudgement judgement) {
        return judgement.commonCause().map(cause -> sentence(cause, judgement.caveats()));
    }

    private static String sentence(CommonCause cause, List<Caveat> caveats) {
        boolean factors = Percents.factors(cause.high());
        return cause.moved() + " of " + cause.compared() + " cases moved by about the same factor, "
                + Percents.changed(factors, cause.factor()) + " (" + Percents.changed(factors, cause.low()) + " to "
                + Percents.changed(factors, cause.high()) + "), so one cause is likely; " + differs(caveats)
                + look(cause);
    }

    private static String differs(List<Caveat> caveats) {
        List<String> found = caveats.stream()
                .filter(Caveat.Unlike.class::isInstance)
                .map(one -> ((Caveat.Unlike) one).difference().aspect().differs())
                .distinct()
                .toList();
        return found.isEmpty()
                ? "as far as known, the machine, the JDK and the flags are the same; "
                : String.join("; ", found) + "; ";
    }

    private static String look(CommonCause cause) {
        return cause.factor() >= UNLIKELY || cause.factor() <= 1 / UNLIKELY
                ? "look first at the build, the class path and the start of the JVMs, then at the code the cases share"
                : "look first at the code the cases share, then at the build and the class path";
    }
}
