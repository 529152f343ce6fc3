package dev.clnrm.cleanroom.intelligence;

import java.util.Locale;
import java.util.Optional;

/**
 * All analyses of a test, and the explanation of a language model.
 *
 * @param prediction the probability of a failure
 * @param duration the trend of its duration, in seconds; empty if there are too few executions
 * @param memory the trend of its peak memory, in bytes; empty if there are too few executions
 * @param reply the model's text, or why there is none
 */
public record Insight(
        FailurePrediction prediction, Optional<Trend> duration, Optional<Trend> memory, LanguageModel.Reply reply) {

    static Insight of(
            FailurePrediction prediction, Optional<Trend> duration, Optional<Trend> memory, LanguageModel model) {
        return new Insight(prediction, duration, memory, asked(model, prompt(prediction, duration, memory)));
    }

    /** Asks the model. A foreign implementation may break its contract and throw. */
    private static LanguageModel.Reply asked(LanguageModel model, String prompt) {
        try {
            return model.ask(prompt);
        } catch (RuntimeException e) {
            return new LanguageModel.Reply.Silence("the language model threw " + e);
        }
    }

    /** The prompt: the test's name and numbers. It contains nothing of the test's output or errors, which may contain secrets. */
    private static String prompt(FailurePrediction prediction, Optional<Trend> duration, Optional<Trend> memory) {
        return String.format(
                Locale.ROOT,
                """
                Say in at most three sentences what a developer should know about this test.
                test: %s
                executions: %d, failed: %d, the last one %s
                probability that the next one fails: %.1f %% (95 %% interval %.1f to %.1f %%)
                duration: %s
                peak memory: %s
                """,
                prediction.test(),
                prediction.executions(),
                prediction.failures(),
                prediction.lastFailed() ? "failed" : "passed",
                prediction.next().mean() * 100,
                prediction.next().low() * 100,
                prediction.next().high() * 100,
                duration.map(trend -> words(trend, "s")).orElse("too few executions"),
                memory.map(trend -> words(trend, "B")).orElse("too few executions"));
    }

    private static String words(Trend trend, String unit) {
        return String.format(
                Locale.ROOT,
                "median %.4g %s, %s, %.3g %s an execution, p = %.3g",
                trend.median(),
                unit,
                trend.direction().name().toLowerCase(Locale.ROOT),
                trend.slope(),
                unit,
                trend.p());
    }
}
