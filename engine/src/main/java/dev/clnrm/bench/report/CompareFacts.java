package dev.clnrm.bench.report;

import dev.clnrm.bench.samples.Cost;
import java.util.List;
import java.util.Optional;

/**
 * What a reader wants to know of a comparison beside its verdicts.
 *
 * @param base the base
 * @param head the head
 * @param command the words that ask for this comparison, without a filter of cases
 * @param notes what else is worth knowing, one clause each
 * @param cost how both sides were measured; absent where they were measured before
 */
public record CompareFacts(Named base, Named head, List<String> command, List<String> notes, Optional<Cost> cost) {
    public CompareFacts {
        command = List.copyOf(command);
        notes = List.copyOf(notes);
    }

    /**
     * A side.
     *
     * @param label what it was called
     * @param host its machine in words
     * @param jdk the JDK it was measured on
     */
    public record Named(String label, Optional<String> host, Optional<String> jdk) {}
}
