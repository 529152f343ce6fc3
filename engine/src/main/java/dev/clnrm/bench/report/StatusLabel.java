package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.report.Palette.Role;
import java.util.Locale;

/** A status as a symbol and a word, because many readers cannot rely on colours. */
public enum StatusLabel {
    FAIL("✗", "❌", "fail", Role.BAD),
    UNMEASURED("∅", "🚫", "unmeasured", Role.BAD),
    WARNING("!", "⚠️", "warning", Role.CARE),
    PASS("✓", "✅", "pass", Role.GOOD),
    FAILED("✗", "❌", "failed", Role.BAD),
    NOT_RUN("∅", "🚫", "not run", Role.BAD),
    OVER_BUDGET("✗", "❌", "over budget", Role.BAD),
    COULD_NOT_MEASURE("∅", "🚫", "could not measure", Role.BAD),
    INCONCLUSIVE("?", "❔", "inconclusive", Role.UNSURE),
    WITHIN_BUDGET("✓", "✅", "within budget", Role.GOOD),
    /** Measured, without a budget or law to judge it by. */
    MEASURED("✓", "📏", "measured", Role.GOOD),
    REGRESSED("✗", "❌", "regressed", Role.BAD),
    /** A proven regression that does not fail the check. */
    NOTED("!", "⚠️", "regressed", Role.CARE),
    WAIVED("!", "⚠️", "waived", Role.CARE),
    IMPROVED("▲", "🎉", "improved", Role.GOOD),
    OK("✓", "✅", "ok", Role.GOOD),
    NEW("+", "🆕", "new", Role.HELP),
    MISSING("-", "➖", "missing", Role.CARE),
    REMOVED("-", "➖", "removed", Role.CARE),
    INCOMPARABLE("≠", "🚫", "incomparable", Role.UNSURE),
    /** Cases of the base are missing from the head. */
    INCOMPLETE("-", "➖", "incomplete", Role.CARE),
    /** The goal of the run is not proven. */
    NOT_PROVEN("✗", "❌", "not proven", Role.BAD),
    NOTHING_JUDGED("∅", "🚫", "nothing could be judged", Role.UNSURE);

    private final String symbol;
    private final String emoji;
    private final String word;
    private final Role role;

    StatusLabel(String symbol, String emoji, String word, Role role) {
        this.symbol = symbol;
        this.emoji = emoji;
        this.word = word;
        this.role = role;
    }

    public static StatusLabel of(Status status) {
        return valueOf(status.name());
    }

    public static StatusLabel of(HeadJudgement.Result result) {
        return valueOf(result.name());
    }

    public static StatusLabel of(ChangeJudgement.Result result) {
        return valueOf(result.name());
    }

    /** The label of a verdict; {@code fails} distinguishes a regression that fails the check from one that does not. */
    public static StatusLabel of(ChangeVerdict verdict, boolean fails) {
        if (verdict.finding() != Finding.REGRESSED) {
            return valueOf(verdict.finding().name());
        }
        return verdict.waiver().isPresent() ? WAIVED : fails ? REGRESSED : NOTED;
    }

    /** The symbol for a terminal: one column. */
    public String symbol() {
        return symbol;
    }

    /** The symbol for a page with its own colours. */
    public String emoji() {
        return emoji;
    }

    /** The word for people: {@code could not measure}. */
    public String word() {
        return word;
    }

    /** The word at the start of a line: {@code Could not measure}. */
    public String title() {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The word for programs: {@code could-not-measure}. */
    public String code() {
        return word.replace(' ', '-');
    }

    /** The role that decides its colour. */
    public Role role() {
        return role;
    }

    /** {@code ✓ pass}. */
    @Override
    public String toString() {
        return symbol + " " + word;
    }

    /** {@code ✗ FAIL}. */
    public String loud() {
        return symbol + " " + word.toUpperCase(Locale.ROOT);
    }
}
