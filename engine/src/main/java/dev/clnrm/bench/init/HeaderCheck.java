package dev.clnrm.bench.init;

import java.util.Arrays;
import java.util.List;

/** A Maven plugin that fails a build if a file has no licence header. The files that init writes have none. */
enum HeaderCheck {
    LICENSE("license-maven-plugin", "-Dlicense.skip"),
    RAT("apache-rat-plugin", "-Drat.skip");

    private final String plugin;
    private final String skip;

    HeaderCheck(String plugin, String skip) {
        this.plugin = plugin;
        this.skip = skip;
    }

    static List<HeaderCheck> of(Pom pom) {
        return Arrays.stream(values())
                .filter(check -> MavenPlugin.of(pom, check.plugin).isPresent())
                .toList();
    }

    /** The Maven option that skips the check. */
    String skip() {
        return skip;
    }

    String caution() {
        return "the " + plugin + " fails a build if a file has no licence header: `build:` skips it (" + skip
                + "), but add one to the new files if your own build requires it";
    }
}
