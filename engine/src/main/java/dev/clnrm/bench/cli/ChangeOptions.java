package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.Strictness;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a change against a base is judged. */
final class ChangeOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            converter = FailOnConverter.class,
            description = "The smallest proven slowdown that ends with status 1: regression (any), warning, critical,"
                    + " alert or never (default: what the file says, else regression). Said here, it also"
                    + " counts against the run of another time.")
    @Nullable FailOn failOn;

    @Option(
            names = "--allow-different-hosts",
            description = "Judge times though machine, JDK or flags of the two sides differ; the result says so.")
    boolean allowDifferentHosts;

    /** Whether nothing here was said. */
    boolean isUntouched() {
        return failOn == null && !allowDifferentHosts;
    }

    /** What is said here, and whether what is inconclusive is an error. */
    Strictness strictness(boolean failOnInconclusive) {
        return new Strictness(Optional.ofNullable(failOn), allowDifferentHosts, failOnInconclusive);
    }

    /** Choices as written. */
    static final class FailOnConverter implements CommandLine.ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String word) {
            return Arrays.stream(FailOn.values())
                    .filter(choice -> choice.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("`" + word
                            + "` is nothing to fail on; there are "
                            + Arrays.stream(FailOn.values()).map(FailOn::word).collect(Collectors.joining(", "))));
        }
    }
}
