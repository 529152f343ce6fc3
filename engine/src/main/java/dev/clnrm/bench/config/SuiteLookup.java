package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the suite a source names among what its code declares. */
final class SuiteLookup {
    private static final int MOST_FRAMES = 3;

    private final SuiteLoader loader;
    private final Reading reading;

    SuiteLookup(SuiteLoader loader, Reading reading) {
        this.loader = loader;
        this.reading = reading;
    }

    /** The suite; empty when it cannot be had, which is a fault. */
    Optional<SuiteSpec> find(SuiteSource source) {
        Spot spot = new Spot(source.place(), source.name().length());
        Declared declared;
        try {
            declared = loader.load(source);
        } catch (SuiteLoader.CannotLoad e) {
            String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            reading.fault(
                    spot, "the suite " + VisibleText.quote(source.name()) + " cannot be loaded" + message, e.help());
            return Optional.empty();
        }
        List<SuiteSpec> named = declared.suites().stream()
                .filter(suite -> suite.name().equals(source.name()))
                .toList();
        if (named.isEmpty()) {
            missing(source, spot, declared);
            return Optional.empty();
        }
        SuiteSpec suite = named.get(0);
        if (named.size() > 1) {
            String note = "they are declared at " + suite.place() + " and "
                    + named.get(1).place();
            reading.fault(spot, "two suites are named " + VisibleText.quote(source.name()), note, "");
        }
        suite.faults().forEach(fault -> reading.findings().add(diagnostic(fault, spot)));
        return count(suite, spot) ? Optional.of(suite) : Optional.empty();
    }

    private void missing(SuiteSource source, Spot spot, Declared declared) {
        for (Declared.Failure failure : declared.failures()) {
            Diagnostic error = reading.source()
                    .error(
                            spot,
                            "the class " + VisibleText.quote(failure.suiteClass()) + " failed to declare its suite: "
                                    + failure.message());
            for (String frame : failure.trace().stream().limit(MOST_FRAMES).toList()) {
                error = error.note("at " + frame);
            }
            reading.findings().add(error);
        }
        if (declared.failures().isEmpty()) {
            List<String> names = declared.suites().stream().map(SuiteSpec::name).toList();
            reading.fault(
                    spot,
                    "no suite on its class path is named " + VisibleText.quote(source.name()),
                    names.isEmpty()
                            ? "no suite was found there; build the project first"
                            : Nearest.help(source.name(), names, "suites there are"));
        }
    }

    private Diagnostic diagnostic(Fault fault, Spot spot) {
        Diagnostic error = fault.place().equals(Place.UNKNOWN)
                ? reading.source().error(spot, fault.message())
                : Diagnostic.error(fault.place(), fault.message());
        return fault.help().isEmpty() ? error : error.help(fault.help());
    }

    private boolean count(SuiteSpec suite, Spot spot) {
        long cases = 0;
        for (BenchmarkSpec benchmark : suite.benchmarks()) {
            cases += Math.min(Cases.count(benchmark), FileLimits.CASES + 1);
            if (cases > FileLimits.CASES) {
                reading.fault(
                        spot,
                        String.format(
                                Locale.ROOT,
                                "the suite has more than %,d cases, with %s",
                                FileLimits.CASES,
                                VisibleText.quote(benchmark.name())),
                        "give its parameters fewer values");
                return false;
            }
        }
        return true;
    }
}
