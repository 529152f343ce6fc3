package dev.clnrm.bench.declare;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Looks up every name of a file. */
final class Resolver {
    private final BudgetsFile file;
    private final LocalDate today;

    Resolver(BudgetsFile file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    Declarations resolve(SuiteLoader loader) throws DeclarationException {
        Objects.requireNonNull(loader);
        Objects.requireNonNull(today);
        return new Declarations(file, List.of(), List.of(), List.of());
    }
}
