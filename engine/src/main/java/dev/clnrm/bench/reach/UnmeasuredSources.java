package dev.clnrm.bench.reach;

import java.util.List;

/**
 * Source files that changed while no measured jar or folder contains their changed classes, so no benchmark runs the change.
 *
 * @param number how many there are
 * @param files the first of them, relative to the repository
 */
public record UnmeasuredSources(int number, List<String> files) {
    public UnmeasuredSources {
        files = List.copyOf(files.subList(0, Math.min(ReachSummary.MOST, files.size())));
        if (files.size() > number) {
            throw new IllegalArgumentException("more changed files are named than counted");
        }
    }

    static UnmeasuredSources of(List<String> files) {
        return new UnmeasuredSources(files.size(), files);
    }
}
