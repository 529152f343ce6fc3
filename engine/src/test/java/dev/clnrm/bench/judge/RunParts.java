package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spending;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run and its rules consist of, put together by hand. */
final class RunParts {
    static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    static final Place CODE = new Place("CoreSuite.java", 12, 0);
    static final CaseName OPEN = DeclaredForks.name("core/open");

    private RunParts() {}

    /** A file of these lines after the version, which is line 1. */
    static BudgetsFile file(String... lines) throws DeclarationException {
        String text = "version: 1\n" + String.join("\n", lines) + "\n";
        return BudgetsReader.read("budgets.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Three forks of 1 µs. */
    static CaseSamples forks(String name) {
        return DeclaredForks.of(name).means(1e-6, 1e-6, 1e-6).samples();
    }

    static Side side(CaseSamples... cases) {
        return side(Conditions.UNKNOWN, cases);
    }

    static Side side(Conditions conditions, CaseSamples... cases) {
        return new Side(
                "",
                Optional.empty(),
                Arrays.stream(cases).map(one -> new Measured(one, conditions)).toList());
    }

    /** Two sides that took turns, looked at after three, four and five forks. */
    static RunSamples inTurns(Side base, Side head, DeclaredRules code, Set<CaseName> sameCode, CaseName... removed) {
        List<CaseKey> keys = Arrays.stream(removed)
                .map(name -> new CaseKey(name, Mode.AVERAGE))
                .toList();
        return new RunSamples(
                Optional.of(base),
                head,
                code,
                Optional.of(new RunSamples.Turns(Spending.each(3, 5), sameCode, keys, Set.of(), Optional.empty())),
                RunSamples.End.COMPLETE);
    }

    static DeclaredRules planned(CaseName... cases) {
        return new DeclaredRules(List.of(cases), Set.of(), Map.of(), List.of(), Map.of());
    }

    /** What code declared beside its cases. */
    static DeclaredRules declared(Set<String> left, Map<String, Budget> budgets, Law... laws) {
        return new DeclaredRules(List.of(), new LinkedHashSet<>(left), budgets, List.of(laws), Map.of());
    }

    /** A limit of time that code declares. */
    static Budget atMost(double seconds) {
        return Budget.NONE.withTime(Limit.atMost(new Time(seconds), CODE));
    }

    static Law.Ratio ratio(String name, String slower, String faster) {
        return new Law.Ratio(name, slower, faster, 2, CODE);
    }

    static Law.Exponent linear(String benchmark) {
        return new Law.Exponent("linear", benchmark, "n", 0.9, 1.1, CODE);
    }
}
