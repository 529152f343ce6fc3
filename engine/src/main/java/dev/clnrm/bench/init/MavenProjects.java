package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Setup.Missing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Maven projects of a repository.
 *
 * @param poms the file of each, by group id and artifact id
 */
record MavenProjects(Map<String, Pom> poms) {
    /**
     * A dependency of one project on another.
     *
     * @param version the version that it names; that of the other project if it is unknown
     */
    record Dependency(Pom from, Pom to, String version) {
        /** Whether it is a released jar, not the code of the repository. */
        boolean released() {
            return !to.version().equals(Optional.of(version));
        }

        /**
         * Why both sides of a check would measure the same jar of it.
         *
         * @param built the files of the projects that are built
         */
        Optional<Missing> doubt(Set<String> built) {
            if (built.contains(to.path()) && !released()) {
                return Optional.empty();
            }
            String current = to.version().orElse("");
            String why = released()
                    ? " " + version + ", and " + to.path() + " is " + current
                    : ", and `build:` does not build " + to.path();
            return Optional.of(new Missing(
                    from.path() + " depends on " + to.id(to.xml()).orElse("") + why
                            + ": a check would measure the same jar on both sides",
                    released() ? "depend on " + current : "run init in the folder from which both are built"));
        }
    }

    /** The modules of a project, and what a {@code pom.xml} in a parent folder builds. */
    static MavenProjects of(ProjectFiles files) {
        Map<String, Pom> poms = new LinkedHashMap<>();
        files.levels().stream()
                .map(level -> level + Pom.FILE)
                .filter(files::has)
                .flatMap(pom -> Reactor.of(files, pom).poms())
                .flatMap(path -> Pom.read(files, path).stream())
                .filter(pom -> pom.version().isPresent())
                .forEach(pom -> pom.id(pom.xml()).ifPresent(id -> poms.putIfAbsent(id, pom)));
        return new MavenProjects(poms);
    }

    /** The dependencies of a project on projects of the repository. */
    List<Dependency> of(Pom from) {
        return all(from, "dependencies", "dependency")
                .flatMap(one -> from.id(one).stream()
                        .flatMap(id -> Optional.ofNullable(poms.get(id)).stream())
                        .map(to -> new Dependency(
                                from, to, version(from, one).or(to::version).orElse(""))))
                .toList();
    }

    private static Optional<String> version(Pom from, XmlElement dependency) {
        return Stream.concat(
                        Stream.of(dependency),
                        all(from, "dependencyManagement", "dependencies", "dependency")
                                .filter(one -> from.id(one).equals(from.id(dependency))))
                .flatMap(one -> one.text("version").stream())
                .findFirst()
                .flatMap(from::resolved)
                .filter(version -> Packing.PLAIN.matcher(version).matches());
    }

    private static Stream<XmlElement> all(Pom from, String... path) {
        return from.line().stream().flatMap(pom -> pom.xml().all(path).stream());
    }

    /** A project and the projects of the repository whose code it needs. */
    List<Pom> neededBy(Pom pom) {
        Map<String, Pom> found = new LinkedHashMap<>(Map.of(pom.path(), pom));
        Deque<Pom> open = new ArrayDeque<>(found.values());
        while (!open.isEmpty()) {
            of(open.remove()).stream()
                    .filter(one -> !one.released() && found.putIfAbsent(one.to().path(), one.to()) == null)
                    .forEach(one -> open.add(one.to()));
        }
        return List.copyOf(found.values());
    }
}
