package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Reactor.Reach;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plugin of a Maven build, including the configuration from parents of the {@code pom.xml}.
 *
 * @param pom the file of the build
 * @param written the elements that configure it, the nearest first
 * @param reach how a build runs it
 */
record MavenPlugin(Pom pom, List<XmlElement> written, Reach reach) {
    MavenPlugin {
        written = List.copyOf(written);
    }

    /** A plugin that a file's build runs; empty if the build does not run it. */
    static Optional<MavenPlugin> of(Pom pom, String artifactId) {
        return of(pom, artifactId, roots(pom), Reach.ALWAYS);
    }

    /** The same, including plugins in profiles that a build can activate. */
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

    /** A plugin of the builds in one of these elements. */
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

    boolean runs(String goal) {
        return written.stream()
                .flatMap(one -> one.all("executions", "execution", "goals", "goal").stream())
                .anyMatch(one -> one.text().equals(Optional.of(goal)));
    }

    /** The value of its configuration at a path, with properties replaced. */
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
