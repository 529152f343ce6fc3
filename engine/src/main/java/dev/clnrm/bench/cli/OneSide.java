package dev.clnrm.bench.cli;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Settings;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.stats.Spreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run of some other time, judged by itself.
 *
 * @param reported the run
 * @param expected its budgets and laws
 * @param unmatched rules about none of its cases
 */
record OneSide(Reported reported, Expectations expected, List<Caveat.NoSuchCase> unmatched) {
    Report view() {
        Map<CaseName, CaseSamples> samples = new LinkedHashMap<>();
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        for (CaseSamples one : reported.head().samples()) {
            samples.putIfAbsent(one.name(), one);
            budgets.put(one.name(), expected.budgets().getOrDefault(one.name(), Budget.NONE));
        }
        boolean cutShort = reported.run().filter(run -> !run.finished()).isPresent();
        Settings settings = expected.settings().withCutShort(cutShort);
        return Report.of(
                Judgement.of(samples, Spreads.of(reported.head().family()), budgets, expected.laws(), settings),
                budgets,
                facts(cutShort));
    }

    private RunFacts facts(boolean cutShort) {
        int forks = reported.head().samples().stream()
                .mapToInt(one -> one.forks().size())
                .sum();
        double seconds = reported.run()
                .flatMap(run -> run.ended().map(ended -> Duration.between(run.started(), ended)))
                .map(took -> took.toMillis() / 1e3)
                .orElse(0.0);
        long seed = reported.run().map(run -> run.request().seed()).orElse(0L);
        return RunFacts.of(
                new RunFacts.Named("", said(Conditions::host), said(Conditions::jdk)),
                Cost.of(seed, seconds, forks, reported.folder().map(Path::toString)),
                0,
                Stream.concat(
                                cutShort ? Stream.of("the run did not finish") : Stream.of(),
                                unmatched.stream().map(Words::of))
                        .toList());
    }

    private Optional<String> said(Function<Conditions, Optional<String>> what) {
        String all = reported.head().cases().stream()
                .map(Measured::conditions)
                .flatMap(conditions -> what.apply(conditions).stream())
                .distinct()
                .collect(Collectors.joining(" and "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
