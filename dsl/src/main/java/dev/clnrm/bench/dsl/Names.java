package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names may look like. */
final class Names {
    /** Words joined by slashes; braces, commas, stars and blanks would not survive in {@code budgets.yaml} and filters. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.$-]+(/[\\p{L}\\p{N}_.$-]+)*");

    private Names() {}

    static Optional<Fault> check(String what, String name, Place place) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Fault(
                        place,
                        what + " name `" + name + "` cannot be written in budgets.yaml",
                        "use letters, digits, _ . - and / between words"));
    }
}
