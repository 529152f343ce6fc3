package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the suite that a source names among the declarations of its code.
 *
 * @param build the command that builds the project, for the help
 */
record SuiteLookup(SuiteLoader loader, Reading reading, Optional<String> build) {
    private static final int MOST_FRAMES = 3;

    /** The suite; empty if it cannot be loaded, which is reported as a fault. */
    Optional<SuiteSpec> find(SuiteSource source) {
        Text name = Text.at(
                reading, source.name(), new Spot(source.place(), source.name().length()));
        Declared declared;
        try {
            declared = loader.load(source);
        } catch (SuiteLoader.CannotLoad e) {
            String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            Spot spot = e.entry()
                    .flatMap(entry -> SuiteReader.spotOf(entry, source, reading.source()))
                    .orElse(name.spot());
            Diagnostic error =
                    reading.source().error(spot, "the suite " + name.quoted() + " cannot be loaded" + message);
            for (String line : e.printed()) {
                error = error.note(line);
            }
            reading.add(error.help(e.help(build)));
            return Optional.empty();
        }
        List<SuiteSpec> named = declared.suites().stream()
                .filter(suite -> suite.name().equals(source.name()))
                .toList();
        if (named.isEmpty()) {
            missing(name, declared);
            return Optional.empty();
        }
        SuiteSpec suite = named.get(0);
        if (named.size() > 1) {
            String second = named.get(1).place().toString();
            String note = "they are declared at " + suite.place() + " and " + second;
            name.fault("two suites are named " + name.quoted(), note, "");
        }
        suite.faults().forEach(fault -> report(fault, name));
        if (source instanceof SuiteSource.Jmh jmh) {
            checkParameters(jmh, suite, name);
        }
        return count(suite, name) ? Optional.of(suite) : Optional.empty();
    }

    private void missing(Text name, Declared declared) {
        for (Declared.Failure failure : declared.failures()) {
            String declaring =
                    "the class " + VisibleText.quote(failure.suiteClass()) + " failed to declare its suite: ";
            Diagnostic error = reading.source().error(name.spot(), declaring + failure.message());
            for (String frame : failure.trace().stream().limit(MOST_FRAMES).toList()) {
                error = error.note("at " + frame);
            }
            reading.add(error);
        }
        if (declared.failures().isEmpty()) {
            List<String> names = declared.suites().stream().map(SuiteSpec::name).toList();
            name.fault(
                    "no suite on its class path is named " + name.quoted(),
                    names.isEmpty()
                            ? "no suite was found there; build the project first"
                            : Nearest.help(name.value(), names, "available suites are"));
        }
    }

    /** Reports parameters that no benchmark of the suite has, because their values would never be used. */
    private void checkParameters(SuiteSource.Jmh source, SuiteSpec suite, Text name) {
        List<String> known = suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.parameters().stream())
                .map(Parameter::name)
                .distinct()
                .toList();
        for (String parameter : source.params().keySet()) {
            if (!known.contains(parameter)) {
                Spot spot = SuiteReader.spotOfParameter(parameter, source, reading.source())
                        .orElse(name.spot());
                reading.fault(
                        spot,
                        "no benchmark of the suite " + name.quoted() + " has a parameter "
                                + VisibleText.quote(parameter),
                        known.isEmpty()
                                ? "its benchmarks have no parameters"
                                : Nearest.help(parameter, known, "their parameters are"));
            }
        }
    }

    private void report(Fault fault, Text name) {
        Spot spot = fault.place().equals(Place.UNKNOWN) ? name.spot() : new Spot(fault.place(), 0);
        reading.fault(spot, fault.message(), fault.help());
    }

    private static boolean count(SuiteSpec suite, Text name) {
        long cases = 0;
        for (BenchmarkSpec benchmark : suite.benchmarks()) {
            cases += Math.min(Cases.count(benchmark), FileLimits.CASES + 1);
            if (cases > FileLimits.CASES) {
                String with = VisibleText.quote(benchmark.name());
                name.fault(
                        String.format(
                                Locale.ROOT, "the suite has more than %,d cases, with %s", FileLimits.CASES, with),
                        "give its parameters fewer values");
                return false;
            }
        }
        return true;
    }
}
