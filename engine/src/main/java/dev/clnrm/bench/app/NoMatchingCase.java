package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Request;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The error if no case matches the filters. */
public final class NoMatchingCase {
    private NoMatchingCase() {}

    public static UnmeasurableException found(Declarations declared, Request request) {
        refuseSuites(request, List.of(declared));
        String asked = Stream.concat(request.suites().stream().map(s -> "--suite " + s), request.filters().stream())
                .collect(Collectors.joining(" "));
        List<String> near =
                near(request.filters(), declared.cases().map(DeclaredCase::name).toList());
        return UnmeasurableException.lacking(
                asked.isEmpty() ? "there is no case to measure" : "no case matches `" + asked + "`",
                (near.isEmpty() ? "" : Nearest.didYouMean(near) + " ") + "`clnrm-bench list` shows all cases");
    }

    /**
     * Refuses a request with a suite that does not exist or a filter that matches no case, because a mistyped word beside a right one
     * would measure less than it says.
     *
     * @param sides the declarations of each side
     */
    public static void refuse(Request request, List<Declarations> sides) {
        refuseSuites(request, sides);
        List<String> without = request.filters().stream()
                .filter(filter ->
                        sides.stream().flatMap(Declarations::cases).noneMatch(request.filtered(List.of(filter))::wants))
                .toList();
        if (!without.isEmpty() && !sides.isEmpty()) {
            throw found(sides.get(0), request.filtered(without));
        }
    }

    private static void refuseSuites(Request request, List<Declarations> sides) {
        Set<String> suites = new LinkedHashSet<>();
        sides.forEach(
                side -> side.suites().forEach(suite -> suites.add(suite.spec().name())));
        request.suites().stream()
                .filter(suite -> !suites.contains(suite))
                .findFirst()
                .ifPresent(unknown -> {
                    throw UnmeasurableException.lacking(
                            "there is no suite `" + unknown + "`", "the suites are " + String.join(", ", suites));
                });
    }

    /** Refuses filters that match no case of the head. */
    static void refuseAll(Request request, Declarations head) {
        if (!request.filters().isEmpty() && head.cases().noneMatch(request::wants)) {
            throw found(head, request);
        }
    }

    /** The names of cases, or parts of them, that are nearest to filters without a match. */
    public static List<String> near(List<String> filters, Collection<CaseName> names) {
        Set<String> words = new LinkedHashSet<>();
        names.forEach(name -> {
            String benchmark = name.benchmark();
            words.addAll(List.of(name.toString(), name.qualified(), benchmark));
            words.add(benchmark.substring(benchmark.lastIndexOf('/') + 1));
            // The class and the method of a JMH benchmark.
            int method = benchmark.lastIndexOf('.');
            int type = benchmark.lastIndexOf('.', method - 1);
            words.add(benchmark.substring(type + 1));
            words.add(benchmark.substring(method + 1));
            words.add(benchmark.substring(type + 1, Math.max(type + 1, method)));
        });
        return filters.stream()
                .flatMap(filter -> Nearest.to(filter, words).stream())
                .distinct()
                .toList();
    }
}
