package dev.clnrm.bench.app;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Converts measured forks to results in JMH's format. */
final class JmhResults {
    private JmhResults() {}

    /** The results of every case that has a finished fork on that side. */
    static List<JmhResult> of(List<PlannedCase> cases, List<JournalEntry> records, String side) {
        Map<CaseName, PlannedCase> planned =
                cases.stream().collect(Collectors.toMap(PlannedCase::name, Function.identity()));
        List<JournalEntry> finished = records.stream()
                .filter(record -> record.finished() && record.side().equals(side))
                .toList();
        return CaseSamples.group(finished).stream()
                .flatMap(samples -> Optional.ofNullable(planned.get(samples.name())).stream()
                        .map(one -> result(one, samples)))
                .toList();
    }

    private static JmhResult result(PlannedCase planned, CaseSamples samples) {
        ForkSamples any = samples.forks().get(0).samples();
        int batch = planned.target().batchSize();
        JmhResult.Vm vm = new JmhResult.Vm(
                planned.launch().jmhVersion(),
                planned.launch().jvm().launcher().toString(),
                planned.launch().jvmArgs(),
                planned.launch().jvm().version(),
                planned.launch().jvm().vendor(),
                planned.launch().jvm().version());
        return JmhResult.of(
                samples,
                vm,
                new JmhResult.Phase(any.warmup().size(), any.iterationSeconds(), batch),
                new JmhResult.Phase(any.values().size(), any.iterationSeconds(), batch));
    }
}
