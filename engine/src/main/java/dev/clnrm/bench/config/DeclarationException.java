package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.Comparator;
import java.util.List;

/** Thrown for faults in the user's declarations; contains all of them, in the order of the files. */
public final class DeclarationException extends Exception {
    private final List<Diagnostic> diagnostics;

    /**
     * Creates an exception with all faults.
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

    /** An exception for a file that cannot be read, with help. */
    static DeclarationException of(String file, String message, String help) {
        Diagnostic error = Diagnostic.error(new Place(file, 0, 0), message);
        return new DeclarationException(List.of(error.help(help)));
    }

    /** All faults, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        Comparator<Diagnostic> byPlace = Comparator.comparing(Diagnostic::place, Place::compareTo);
        return diagnostics.stream().distinct().sorted(byPlace).toList();
    }
}
