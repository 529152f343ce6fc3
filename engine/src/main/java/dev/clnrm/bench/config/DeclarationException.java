package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.Comparator;
import java.util.List;

/** The user's declarations have faults; holds all of them, in the order of the files. */
public final class DeclarationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * Everything that is wrong.
     *
     * @param diagnostics at least one
     */
    public DeclarationException(List<Diagnostic> diagnostics) {
        super(DiagnosticRenderer.render(sorted(diagnostics)).stripTrailing());
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("there is no fault");
        }
        this.diagnostics = sorted(diagnostics);
    }

    /** A file that cannot be read at all, and what to do about it. */
    static DeclarationException of(String file, String message, String help) {
        Diagnostic error = Diagnostic.error(new Place(file, 0, 0), message);
        return new DeclarationException(List.of(error.help(help)));
    }

    /** What is wrong, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        Comparator<Diagnostic> byPlace = Comparator.comparing(Diagnostic::place, Place::compareTo);
        return diagnostics.stream().distinct().sorted(byPlace).toList();
    }
}
