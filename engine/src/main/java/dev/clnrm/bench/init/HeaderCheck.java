package dev.clnrm.bench.init;

import java.util.Arrays;
import java.util.List;

/** A Maven plugin that fails a build if a file has no licence header, as the new files of a project have none. */
enum HeaderCheck {
    LICENSE("license-maven-plugin", "-Dlicense.skip"),
    RAT("apache-rat-plugin", "-Drat.skip");

    private final String plugin;
    private final String skip;

    HeaderCheck(String plugin, String skip) {
        this.plugin = plugin;
        this.skip = skip;
    }

    /** Those that a file's build runs. */
    static List<HeaderCheck> of(Pom pom) {
        return Arrays.stream(values())
                .filter(check -> MavenPlugin.of(pom, check.plugin).isPresent())
                .toList();
    }

    /** Tells the build not to run it. */
    String skip() {
        return skip;
    }

    /** What to know about it. */
    String caution() {
        return "the " + plugin + " fails a build if a file has no licence header: `build:` leaves it out (" + skip
                + "), but add one to the new files if your own build asks for it";
    }
}
