package dev.clnrm.bench.profile;

import dev.clnrm.bench.model.CaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A case after its profiled fork.
 *
 * @param name the case
 * @param profile what was seen; empty if it could not be profiled
 * @param failure why it could not be, one clause
 * @param graphs the flame graphs
 */
public record ProfiledCase(CaseName name, Profile profile, Optional<String> failure, List<Path> graphs) {
    public ProfiledCase {
        graphs = List.copyOf(graphs);
    }
}
