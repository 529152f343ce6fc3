package dev.clnrm.bench.init;

import java.util.List;
import java.util.Optional;

/**
 * The result of {@link Init}.
 *
 * @param found the facts it found
 * @param missing what it could not find
 * @param files the outcome for each file; empty if nothing can be measured
 * @param build the command that builds the benchmarks: that of an earlier {@code budgets.yaml}, or else the one it found
 * @param jdk the oldest JDK that can run this command; 0 if it is unknown
 */
public record Setup(
        List<Found> found, List<Missing> missing, List<WrittenFile> files, Optional<String> build, int jdk) {
    public Setup {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
    }

    /**
     * A fact.
     *
     * @param subject its subject, in a word or two
     * @param text the fact
     * @param readIn the file in which it was found; empty if that is obvious
     */
    public record Found(String subject, String text, String readIn) {}

    /**
     * Something that could not be found.
     *
     * @param text what is missing, as a clause
     * @param help what to do; empty if nothing is to be done
     */
    public record Missing(String text, String help) {}

    /** Whether there is nothing to measure, or a file could not be written. */
    public boolean failed() {
        return files.isEmpty() || files.stream().anyMatch(file -> file.outcome() == WrittenFile.Outcome.FAILED);
    }
}
