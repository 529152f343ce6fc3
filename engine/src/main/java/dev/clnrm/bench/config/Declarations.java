package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Law;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * All declarations of a project: file and suites combined, with every name looked up.
 *
 * @param file the file
 * @param suites the suites, in the order of the file
 * @param laws the laws of the suites and of the file, with full case names
 * @param warnings the warnings, sorted by place
 */
public record Declarations(BudgetsFile file, List<DeclaredSuite> suites, List<Law> laws, List<Diagnostic> warnings) {
    public Declarations {
        suites = List.copyOf(suites);
        laws = List.copyOf(laws);
        warnings = List.copyOf(warnings);
    }

    /**
     * Loads the suites that a file names and looks up every name in it.
     *
     * @param today the date that decides whether waivers have expired
     * @throws DeclarationException with every fault of every suite and name
     */
    public static Declarations resolve(BudgetsFile file, SuiteLoader loader, LocalDate today)
            throws DeclarationException {
        if (file.suites().isEmpty()) {
            throw DeclarationException.of(file.path(), "there are no suites", "name at least one under `suites`");
        }
        return new Lookup(file, loader).resolve(today);
    }

    public Stream<DeclaredCase> cases() {
        return suites.stream().flatMap(suite -> suite.cases().stream());
    }
}
