package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Law;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a project declared, both notations made one, every name looked up.
 *
 * @param file the file
 * @param suites the suites, in the order of the file
 * @param laws the laws of the suites and of the file; their cases are named in full
 * @param warnings what is worth knowing, sorted by place
 */
public record Declarations(BudgetsFile file, List<DeclaredSuite> suites, List<Law> laws, List<Diagnostic> warnings) {
    public Declarations {
        suites = List.copyOf(suites);
        laws = List.copyOf(laws);
        warnings = List.copyOf(warnings);
    }

    /**
     * Loads the suites a file names and looks up every name in it.
     *
     * @param today the day by which waivers expire
     * @throws DeclarationException with every fault of every suite and name
     */
    public static Declarations resolve(BudgetsFile file, SuiteLoader loader, LocalDate today)
            throws DeclarationException {
        return Lookup.resolve(file, loader, today);
    }

    /** The cases of all suites. */
    public Stream<DeclaredCase> cases() {
        return suites.stream().flatMap(suite -> suite.cases().stream());
    }
}
