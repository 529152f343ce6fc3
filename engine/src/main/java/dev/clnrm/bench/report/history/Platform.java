package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.Conditions;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Machine, JDK and flags of a run. Times of different platforms are never compared.
 *
 * @param conditions what is known of it
 */
public record Platform(Conditions conditions) {
    /** In words: {@code AMD EPYC, 2 processors, 23.5 GiB, Linux 6.1 · JDK 17.0.15 · -Xmx1g}. */
    public String words() {
        return words(Inert::sentence);
    }

    /** The same in full, however many flags there are. */
    String full() {
        return words(Inert::full);
    }

    private String words(UnaryOperator<String> safe) {
        String words = Stream.of(
                        conditions.host(),
                        conditions.jdk().map(jdk -> "JDK " + jdk),
                        conditions.flags().filter(all -> !all.isEmpty()).map(all -> String.join(" ", all)),
                        conditions
                                .blackholes()
                                .filter(kind -> !kind.equals("compiler"))
                                .map(kind -> kind + " blackholes"))
                .flatMap(Optional::stream)
                .map(safe)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "an unknown machine" : words;
    }

    /** What a table calls the platform at {@code place}: A to Z, then AA. */
    public static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
