package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.DeclaredRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is taken over from a {@code run.json} that a stranger wrote. It is a list of what may pass: a section that nobody thought of does not.
 * Sections that decide how samples are judged ({@code sameCode}, the planned number of forks) and free texts are not on it.
 */
final class Believed {
    private static final String SIDES = "sides";
    private static final String COMMIT = "commit";
    private static final List<String> CASES = List.of("cases", "baseCases");

    /** What makes the verdict stricter or is only shown, and is checked by whoever reads it. */
    private static final List<String> AS_IT_IS = List.of("seed", "machine", "vanished", "end", DeclaredRules.SECTION);

    /** What is shown of a case's conditions. */
    private static final List<String> OF_CASE = List.of("name", "machine", "jvm", "jvmArgs", "jmh");

    /** As many as fit a screen. */
    private static final int MOST_LINES = 50;

    private Believed() {}

    static RunInfo of(RunInfo said, List<JournalEntry> records) {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (String section : AS_IT_IS) {
            Optional.ofNullable(said.sections().get(section)).ifPresent(value -> sections.put(section, value));
        }
        for (String section : CASES) {
            if (said.sections().get(section) instanceof List<?> cases) {
                sections.put(section, cases.stream().map(Believed::conditions).toList());
            }
        }
        sections.put(SIDES, sides(said.sections().get(SIDES)));
        // The looks follow from the forks there are: a number from outside would change what each look may spend.
        sections.put("mostForks", most(records));
        sections.put("replaced", replaced(records));
        return new RunInfo(
                Baselines.allows(said.id()) ? said.id() : "unnamed",
                said.state(),
                said.started(),
                said.ended(),
                sections);
    }

    private static Map<String, Object> sides(@Nullable Object said) {
        Map<String, Object> sides = new LinkedHashMap<>();
        for (String side : List.of(JournalEntry.BASE, JournalEntry.HEAD)) {
            if (said instanceof Map<?, ?> both
                    && both.get(side) instanceof Map<?, ?> facts
                    && facts.get(COMMIT) instanceof String commit
                    && CheckedOut.isHash(commit)) {
                sides.put(side, Map.of(COMMIT, commit));
            }
        }
        return sides;
    }

    private static Map<String, Object> conditions(@Nullable Object one) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        if (one instanceof Map<?, ?> facts) {
            for (String fact : OF_CASE) {
                Object value = facts.get(fact);
                if (value != null) {
                    conditions.put(fact, value);
                }
            }
        }
        return conditions;
    }

    /** A command that a stranger wrote is not shown: somebody could run it. */
    static JournalEntry of(JournalEntry fork) {
        if (!(fork.outcome() instanceof Outcome.Failed failed)) {
            return fork;
        }
        List<String> lines = failed.lastLines();
        return new JournalEntry(fork.name(), fork.side(), fork.fork(), fork.order(), fork.started(), fork.startupSeconds(), fork.company(), fork.samples(), new Outcome.Failed(
                        failed.cause(),
                        failed.message(),
                        lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()),
                        ""), fork.disturbance());
    }

    private static int most(List<JournalEntry> records) {
        return CaseSamples.group(records).stream()
                .mapToInt(samples -> samples.forks().size())
                .max()
                .orElse(0);
    }

    /** Forks that stand in for others of the same number, which are not counted. */
    private static List<String> replaced(List<JournalEntry> records) {
        Map<List<Object>, Integer> times = new LinkedHashMap<>();
        records.forEach(one -> times.merge(List.of(one.name(), one.side(), one.samples().mode(), one.fork()), 1, Integer::sum));
        List<String> replaced = new ArrayList<>();
        times.forEach((fork, count) -> {
            if (count > 1) {
                replaced.add(fork.get(0) + ", " + fork.get(1) + " fork " + fork.get(3) + ": given " + count
                        + " times; the last counts");
            }
        });
        return replaced;
    }
}
