package dev.clnrm.bench.init;

import java.util.List;
import java.util.Optional;

/**
 * What {@link Init} found and wrote.
 *
 * @param found what it found
 * @param missing what it could not find
 * @param files what became of each file; none if nothing could be measured
 * @param build the command that builds what was found; empty if nothing was, or if the suites are declared by hand
 */
public record Setup(List<Found> found, List<Missing> missing, List<WrittenFile> files, Optional<String> build) {
    public Setup {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
    }

    /**
     * A fact.
     *
     * @param subject what it is about, in a word or two
     * @param text the fact
     * @param readIn the file it was read in; empty if that is plain
     */
    public record Found(String subject, String text, String readIn) {}

    /**
     * What could not be found.
     *
     * @param text what, as a clause
     * @param help what to do about it; empty if nothing need be done
     */
    public record Missing(String text, String help) {}

    /** Whether there is nothing to measure, or a file could not be written. */
    public boolean failed() {
        return files.isEmpty() || files.stream().anyMatch(file -> file.outcome() == WrittenFile.Outcome.FAILED);
    }
}
