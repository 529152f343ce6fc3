package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The head's benchmarks that replace those of the base.
 *
 * @param cases the names of the cases that are measured with the head's benchmark on both sides
 * @param files the files that were copied over the base, relative to the repository
 * @param seconds the duration of the second build of the base
 * @param problems why other new or edited cases are not included, one clause each
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LaidOver(List<String> cases, List<String> files, double seconds, List<String> problems) {
    private static final int CASES_SHOWN = 4;
    private static final int FILES_SHOWN = 6;

    public LaidOver {
        cases = List.copyOf(cases);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Combines the parts of a run; empty if there are none. */
    public static Optional<LaidOver> joined(List<LaidOver> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new LaidOver(
                        all(parts, LaidOver::cases),
                        all(parts, LaidOver::files),
                        parts.stream().mapToDouble(LaidOver::seconds).sum(),
                        all(parts, LaidOver::problems)));
    }

    private static List<String> all(List<LaidOver> parts, Function<LaidOver, List<String>> words) {
        return parts.stream().map(words).flatMap(List::stream).distinct().toList();
    }

    /** Notes for the reader, one clause each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!cases.isEmpty()) {
            notes.add("measured with the head's benchmark on both sides, because it is new or edited: "
                    + some(cases, CASES_SHOWN));
        }
        if (!files.isEmpty()) {
            notes.add("the head's benchmarks are laid over the base, which was built once more in "
                    + String.format(Locale.ROOT, "%.0f", seconds) + " s: "
                    + some(files, FILES_SHOWN));
        }
        notes.addAll(problems);
        return notes;
    }

    private static String some(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** Only the names of cases that were measured, without texts. */
    LaidOver casesOf(List<JournalEntry> forks) {
        Set<String> measured =
                forks.stream().map(fork -> fork.name().toString()).collect(Collectors.toSet());
        return new LaidOver(cases.stream().filter(measured::contains).toList(), List.of(), 0, List.of());
    }
}
