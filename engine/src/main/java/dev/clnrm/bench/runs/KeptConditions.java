package dev.clnrm.bench.runs;

import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.ForkSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under what {@code run.json} says the cases of one side were measured.
 *
 * @param cases by the name of the case
 * @param any of cases it says nothing of
 */
record KeptConditions(Map<String, Conditions> cases, Conditions any) {
    KeptConditions {
        cases = Map.copyOf(cases);
    }

    static KeptConditions of(RunInfo info, String side) {
        Optional<String> host = host(info.sections());
        boolean ofBase = side.equals(JournalEntry.BASE) && info.sections().containsKey("baseCases");
        Map<String, Conditions> found = new HashMap<>();
        if (info.sections().get(ofBase ? "baseCases" : "cases") instanceof List<?> cases) {
            for (Object one : cases) {
                if (one instanceof Map<?, ?> facts) {
                    found.put(
                            KeptRun.text(facts, "name"),
                            conditions(facts, host(facts).or(() -> host)));
                }
            }
        }
        return new KeptConditions(
                found, new Conditions(host, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Conditions of(CaseSamples samples) {
        Conditions said = cases.getOrDefault(samples.name().plain().toString(), any);
        return said.with(ForkSetup.of(
                samples,
                said.setup().batch(),
                said.setup().operations(),
                said.setup().warmup()));
    }

    private static Optional<String> host(Map<?, ?> facts) {
        if (!(facts.get("machine") instanceof Map<?, ?> machine)) {
            return Optional.empty();
        }
        return Optional.of(new Fingerprint(
                        KeptRun.text(machine, "cpu"),
                        machine.get("processors") instanceof Number n ? n.intValue() : 0,
                        machine.get("memoryBytes") instanceof Number n ? n.longValue() : 0,
                        KeptRun.text(machine, "system"),
                        KeptRun.text(machine, "architecture"),
                        Boolean.TRUE.equals(machine.get("virtual")))
                .words());
    }

    private static Conditions conditions(Map<?, ?> facts, Optional<String> host) {
        String jdk = facts.get("jvm") instanceof Map<?, ?> jvm ? KeptRun.text(jvm, "version") : "";
        Optional<List<String>> flags = facts.get("jvmArgs") instanceof List<?> args
                ? Optional.of(
                        Conditions.lasting(args.stream().map(String::valueOf).toList()))
                : Optional.empty();
        return new Conditions(
                host,
                jdk.isEmpty() ? Optional.empty() : Optional.of(jdk),
                Optional.empty(),
                flags,
                Conditions.blackholes(KeptRun.text(facts, "jmh"), jdk),
                new ForkSetup(
                        Optional.empty(),
                        count(facts, "batch"),
                        count(facts, "operations"),
                        facts.get("effort") instanceof Map<?, ?> effort ? warmup(effort) : Optional.empty(),
                        Optional.empty()));
    }

    private static Optional<Integer> count(Map<?, ?> facts, String field) {
        return facts.get(field) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    private static Optional<String> warmup(Map<?, ?> effort) {
        if (!(effort.get("warmup") instanceof Map<?, ?> warmup)) {
            return Optional.empty();
        }
        if (warmup.get("capSeconds") instanceof Number cap) {
            return Optional.of(ForkSetup.untilSteady(cap.doubleValue()));
        }
        return warmup.get("count") instanceof Number count && warmup.get("seconds") instanceof Number seconds
                ? Optional.of(ForkSetup.fixed(count.intValue(), seconds.doubleValue()))
                : Optional.empty();
    }
}
