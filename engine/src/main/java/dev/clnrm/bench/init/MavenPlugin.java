package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Reactor.Reach;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plugin of a Maven build, with what the parents of a {@code pom.xml} say of it.
 *
 * @param pom the file whose build it is in
 * @param written what is said of it, the nearest first
 * @param reach what the build must be told to run it
 */
record MavenPlugin(Pom pom, List<XmlElement> written, Reach reach) {
    MavenPlugin {
        written = List.copyOf(written);
    }

    /** A plugin that a file's build runs; empty if it runs none of that name. */
    static Optional<MavenPlugin> of(Pom pom, String artifactId) {
        return of(pom, artifactId, roots(pom), Reach.ALWAYS);
    }

    /** The same, also if only a profile has it that a build can be told to use. */
    static Optional<MavenPlugin> inProfiles(Pom pom, String artifactId) {
        return of(pom, artifactId).or(() -> roots(pom).stream()
                .flatMap(root -> root.all("profiles", "profile").stream())
                .flatMap(profile -> of(pom, artifactId, List.of(profile), Reactor.activation(profile)).stream())
                .filter(plugin -> plugin.reach.certain())
                .findFirst());
    }

    private static List<XmlElement> roots(Pom pom) {
        return pom.line().stream().map(Pom::xml).toList();
    }

    /** A plugin that a build in one of these elements runs. */
    private static Optional<MavenPlugin> of(Pom pom, String artifactId, List<XmlElement> roots, Reach reach) {
        List<XmlElement> run = named(roots, artifactId, "build", "plugins", "plugin");
        List<XmlElement> managed = named(roots(pom), artifactId, "build", "pluginManagement", "plugins", "plugin");
        return run.isEmpty()
                ? Optional.empty()
                : Optional.of(new MavenPlugin(
                        pom, Stream.concat(run.stream(), managed.stream()).toList(), reach));
    }

    private static List<XmlElement> named(List<XmlElement> roots, String artifactId, String... path) {
        return roots.stream()
                .flatMap(one -> one.all(path).stream())
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
