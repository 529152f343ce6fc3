package dev.clnrm.bench.profile;

import dev.clnrm.bench.model.CaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A case after its profiled fork.
 *
 * @param name the case
 * @param profile the profile; empty if there is none
 * @param failure why it was not profiled, one clause
 * @param graphs the flame graphs
 */
public record ProfiledCase(CaseName name, Profile profile, Optional<String> failure, List<Path> graphs) {
    public ProfiledCase {
        graphs = List.copyOf(graphs);
    }
}
