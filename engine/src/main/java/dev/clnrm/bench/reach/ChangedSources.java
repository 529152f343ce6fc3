package dev.clnrm.bench.reach;

import dev.clnrm.bench.plan.Plan;
import java.util.List;

/**
 * Source files of the main code whose code differs between two sides.
 *
 * @param files relative to the repository
 * @param base every case of the base, with its own code
 * @param head every case of the head
 */
public record ChangedSources(List<String> files, Plan base, Plan head) {
    public ChangedSources {
        files = List.copyOf(files);
    }
}
