package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import java.util.Map;
import java.util.Set;

/**
 * A change that was measured.
 *
 * @param files the files it changed, relative to the repository
 * @param moved of each case measured, whether its time moved
 */
public record PastChange(Set<String> files, Map<CaseName, Boolean> moved) {
    public PastChange {
        files = Set.copyOf(files);
        moved = Map.copyOf(moved);
    }
}
