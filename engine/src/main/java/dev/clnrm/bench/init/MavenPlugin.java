package dev.clnrm.bench.init;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plugin of a Maven build, with what the parents of a {@code pom.xml} say of it.
 *
 * @param pom the file whose build it is in
 * @param written what is said of it, the nearest first
 */
record MavenPlugin(Pom pom, List<XmlElement> written) {
    MavenPlugin {
        written = List.copyOf(written);
    }

    /** A plugin that a file's build runs; empty if it runs none of that name. */
    static Optional<MavenPlugin> of(Pom pom, String artifactId) {
        List<XmlElement> run = named(pom, artifactId, "build", "plugins", "plugin");
        if (run.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MavenPlugin(
                pom,
                Stream.concat(
                                run.stream(),
                                named(pom, artifactId, "build", "pluginManagement", "plugins", "plugin").stream())
                        .toList()));
    }

    private static List<XmlElement> named(Pom pom, String artifactId, String... path) {
        return pom.line().stream()
                .flatMap(one -> one.xml().all(path).stream())
                .filter(one -> one.text("artifactId").equals(Optional.of(artifactId)))
                .toList();
    }

    /** Whether it runs a goal. */
    boolean runs(String goal) {
        return written.stream()
                .flatMap(one -> one.all("executions", "execution", "goals", "goal").stream())
                .anyMatch(one -> one.text().equals(Optional.of(goal)));
    }

    /** What its configuration says at a path, with properties replaced. */
    Optional<String> setting(String... path) {
        return configurations()
                .flatMap(one -> one.text(path).stream())
                .findFirst()
                .flatMap(pom::resolved);
    }

    /** Whether its configuration has something at a path. */
    boolean sets(String... path) {
        return configurations().anyMatch(one -> one.at(path).isPresent());
    }

    private Stream<XmlElement> configurations() {
        return written.stream()
                .flatMap(one -> Stream.concat(
                        one.all("executions", "execution", "configuration").stream(),
                        one.all("configuration").stream()));
    }
}
