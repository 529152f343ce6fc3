package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which source files the code of each case comes from, as far as their names are those of classes.
 *
 * @param classes of each case the classes that it can reach, as {@code com/acme/Text}, those in them left out; absent if it may reach any
 */
public record SourceReach(Map<CaseName, Optional<Set<String>>> classes) {
    public SourceReach {
        classes = Map.copyOf(classes);
    }

    /** The cases of a plan. */
    public static SourceReach of(Plan plan) {
        return new SourceReach(new ReachFinder(plan).classes(plan));
    }

    /** Those of some files, relative to the repository, that the code of a case comes from; none of a case that is not known. */
    Set<String> among(CaseName name, Collection<String> files) {
        Optional<Set<String>> some = classes.getOrDefault(name, Optional.of(Set.of()));
        return files.stream()
                .filter(file -> some.map(all -> has(all, file)).orElse(true))
                .collect(Collectors.toSet());
    }

    /** The folders before the package are not known, so each of them may be the first of it. */
    private static boolean has(Set<String> classes, String file) {
        int end = file.lastIndexOf('.');
        String left = end < 0 ? file : file.substring(0, end);
        while (!classes.contains(left)) {
            int folder = left.indexOf('/');
            if (folder < 0) {
                return false;
            }
            left = left.substring(folder + 1);
        }
        return true;
    }
}
