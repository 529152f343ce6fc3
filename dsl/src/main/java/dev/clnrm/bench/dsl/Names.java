package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for names: braces, commas, stars and blanks would have another meaning in {@code budgets.yaml} and filters. */
enum Names {
    /** The first part of the names of its cases, so it must not contain a slash. */
    SUITE("suite", "[\\p{L}\\p{N}_.-]+", "use letters, digits, _ . and -"),
    /** Parts joined by slashes. */
    BENCHMARK(
            "benchmark",
            "[\\p{L}\\p{N}_.$-]+(/[\\p{L}\\p{N}_.$-]+)*",
            "use letters, digits, _ . - and / between words"),
    /** The text before an equals sign. */
    PARAMETER("parameter", "[\\p{L}\\p{N}_.$-]+", "use letters, digits, _ . and -");

    private final String what;
    private final Pattern pattern;
    private final String help;

    Names(String what, String pattern, String help) {
        this.what = what;
        this.pattern = Pattern.compile(pattern);
        this.help = help;
    }

    Optional<Fault> check(String name, Place place) {
        return pattern.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Fault(place, what + " name `" + name + "` cannot be written in budgets.yaml", help));
    }
}
