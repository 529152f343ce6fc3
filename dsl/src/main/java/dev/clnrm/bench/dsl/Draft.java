package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A benchmark that still has no body: its name, parameters and prepared state. Immutable. */
final class Draft {
    /**
     * The number of new inputs that are prepared at a time: to prepare them one by one costs about ten times as much per
     * operation.
     */
    private static final int BATCH = 256;

    private final String name;
    private final Place place;
    private final List<Values> parameters;
    private final List<Code.Argument> arguments;
    private final Optional<Preparing.Cleanup<Object>> cleanup;
    private final Lifetime lifetime;
    private final int batch;
    private final List<Fault> faults;

    private Draft(
            String name,
            Place place,
            List<Values> parameters,
            List<Code.Argument> arguments,
            Optional<Preparing.Cleanup<Object>> cleanup,
            Lifetime lifetime,
            int batch,
            List<Fault> faults) {
        this.name = name;
        this.place = place;
        this.parameters = parameters;
        this.arguments = arguments;
        this.cleanup = cleanup;
        this.lifetime = lifetime;
        this.batch = batch;
        this.faults = faults;
    }

    static Draft named(String name, Place place) {
        return new Draft(name, place, List.of(), List.of(), Optional.empty(), Lifetime.FORK, BATCH, List.of());
    }

    /** The same with another parameter, and with the arguments of a body without a prepared state. */
    Draft over(Values values, List<Code.Argument> arguments) {
        Stream<Fault> twice = parameters.stream()
                .filter(p -> p.name().equals(values.name()))
                .map(p -> new Fault(
                        values.place(),
                        "benchmark `" + name + "` has two parameters `" + values.name() + "`",
                        "the first is at " + p.place().toLine()));
        return new Draft(
                name,
                place,
                join(parameters, Stream.of(values)),
                arguments,
                cleanup,
                lifetime,
                batch,
                join(faults, Stream.concat(values.faults().stream(), twice)));
    }

    Draft prepared(Lifetime howLong, List<Code.Argument> arguments) {
        return new Draft(name, place, parameters, arguments, cleanup, howLong, batch, faults);
    }

    @SuppressWarnings("unchecked")
    Draft cleaned(Preparing.Cleanup<?> code) {
        return new Draft(
                name,
                place,
                parameters,
                arguments,
                Optional.of((Preparing.Cleanup<Object>) code),
                lifetime,
                batch,
                faults);
    }

    Draft batched(int size, Place here) {
        Stream<Fault> tooFew = size >= 1
                ? Stream.empty()
                : Stream.of(new Fault(here, "the batch of `" + name + "` is " + size, "at least 1"));
        Stream<Fault> idle = lifetime == Lifetime.INVOCATION
                ? Stream.empty()
                : Stream.of(new Fault(
                        here,
                        "`" + name + "` has a batch, but its input is not prepared for every invocation",
                        "use givenEach, or remove batch"));
        return new Draft(
                name, place, parameters, arguments, cleanup, lifetime, size, join(faults, Stream.concat(tooFew, idle)));
    }

    BenchmarkDeclaration measured(Kind kind, int arguments, Object function) {
        Source source = new Source.Body(kind.shape(lifetime, arguments), lifetime == Lifetime.INVOCATION ? batch : 0);
        BenchmarkSpec spec = BenchmarkSpec.of(name, source, place)
                .withParameters(parameters.stream().map(Values::parameter).toList());
        return new BenchmarkDeclaration(
                spec, Optional.of(new Code(function, this.arguments, cleanup, parameters)), faults);
    }

    private static <T> List<T> join(List<T> first, Stream<T> second) {
        return Stream.concat(first.stream(), second).toList();
    }
}
