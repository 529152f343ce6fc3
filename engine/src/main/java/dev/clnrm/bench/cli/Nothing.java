package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.Declarations;
import dev.clnrm.bench.declare.DeclaredCase;
import dev.clnrm.bench.declare.Nearest;
import dev.clnrm.bench.plan.Request;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say where no case is found. */
final class Nothing {
    private Nothing() {}

    static UserException found(Declarations declared, Request request) {
        List<String> suites =
                declared.suites().stream().map(s -> s.spec().name()).toList();
        List<String> unknown =
                request.suites().stream().filter(s -> !suites.contains(s)).toList();
        if (!unknown.isEmpty()) {
            return new UserException(
                    "there is no suite `" + unknown.get(0) + "`", "the suites are " + String.join(", ", suites));
        }
        String asked = Stream.concat(request.suites().stream().map(s -> "--suite " + s), request.filters().stream())
                .collect(Collectors.joining(" "));
        List<String> names =
                declared.cases().map(DeclaredCase::name).map(Object::toString).toList();
        List<String> near = request.filters().stream()
                .flatMap(filter -> Nearest.to(filter, names).stream())
                .distinct()
                .toList();
        return new UserException(
                asked.isEmpty() ? "no case is left to measure" : "no case matches `" + asked + "`",
                (near.isEmpty() ? "" : Nearest.didYouMean(near) + " ") + "`clnrm-bench list` shows all cases");
    }
}
