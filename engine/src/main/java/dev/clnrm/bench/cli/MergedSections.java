package dev.clnrm.bench.cli;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.DeclaredRulesReader;
import dev.clnrm.bench.runs.Kept;
import dev.clnrm.bench.runs.KeptRun;
import dev.clnrm.bench.runs.RunInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the parts of a run say of it, said of the whole. */
final class MergedSections {
    private MergedSections() {}

    /** The sections of the first, with what is said of cases by all, each case with the machine it was measured on. */
    static Map<String, Object> of(List<Path> folders, List<RunInfo> parts) {
        List<RunInfo> infos = PartNumbers.inOrder(parts);
        Map<String, Object> sections = new LinkedHashMap<>(infos.get(0).sections());
        sections.remove("shard");
        Object commit = sections.get(CheckedOut.SECTION);
        if (infos.stream().anyMatch(info -> !Objects.equals(info.sections().get(CheckedOut.SECTION), commit))) {
            sections.remove(CheckedOut.SECTION);
        }
        for (String cases : List.of("cases", "baseCases")) {
            List<Object> all =
                    dealt(infos.stream().map(info -> placed(info, cases)).toList());
            if (!all.isEmpty()) {
                sections.put(cases, all);
            }
        }
        for (String list : List.of("sameCode", KeptRun.SKIPPED, "replaced")) {
            List<Object> all =
                    dealt(infos.stream().map(info -> list(info, list)).toList());
            if (!all.isEmpty()) {
                sections.put(list, all);
            }
        }
        most(infos, "mostForks").ifPresent(most -> sections.put("mostForks", most));
        end(infos).ifPresent(end -> sections.put("end", end));
        List<DeclaredRules> promised = Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                .map(i -> DeclaredRulesReader.in(folders.get(i), parts.get(i)))
                .toList();
        if (infos.get(0).sections().containsKey(DeclaredRules.SECTION)) {
            sections.put(
                    DeclaredRules.SECTION, promised(inOrder(infos, parts, promised)).section());
        }
        sections.put("parts", infos.stream().map(RunInfo::id).toList());
        sections.put("machines", List.copyOf(machines(infos)));
        return sections;
    }

    private static List<DeclaredRules> inOrder(List<RunInfo> infos, List<RunInfo> parts, List<DeclaredRules> promised) {
        return infos.stream().map(info -> promised.get(parts.indexOf(info))).toList();
    }

    private static DeclaredRules promised(List<DeclaredRules> parts) {
        List<CaseName> cases = dealt(parts.stream().map(DeclaredRules::cases).toList());
        Set<String> left = new LinkedHashSet<>(parts.get(0).left());
        parts.forEach(part -> left.retainAll(part.left()));
        return new DeclaredRules(
                cases,
                left,
                parts.get(0).budgets(),
                parts.get(0).laws(),
                parts.get(0).confidence());
    }

    /** Cases are dealt to parts one by one, so the first of each come before the second of any. */
    private static <T> List<T> dealt(List<List<T>> parts) {
        int longest = parts.stream().mapToInt(List::size).max().orElse(0);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            for (List<T> part : parts) {
                if (i < part.size()) {
                    all.add(part.get(i));
                }
            }
        }
        return all;
    }

    private static Set<Object> machines(List<RunInfo> infos) {
        Set<Object> machines = new LinkedHashSet<>();
        infos.forEach(info -> machines.add(info.sections().getOrDefault("machine", Map.of())));
        return machines;
    }

    private static List<Object> placed(RunInfo info, String section) {
        Object machine = info.sections().getOrDefault("machine", Map.of());
        List<Object> placed = new ArrayList<>();
        for (Object one : list(info, section)) {
            if (one instanceof Map<?, ?> facts) {
                Map<Object, Object> withMachine = new LinkedHashMap<>(facts);
                withMachine.put("machine", machine);
                placed.add(withMachine);
            }
        }
        return placed;
    }

    private static List<Object> list(RunInfo info, String section) {
        return info.sections().get(section) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static Optional<Integer> most(List<RunInfo> infos, String section) {
        return infos.stream()
                .map(info -> info.sections().get(section))
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).intValue())
                .max(Comparator.naturalOrder());
    }

    /** The worst way in which a part ended. */
    private static Optional<Object> end(List<RunInfo> infos) {
        List<Object> ends = infos.stream()
                .flatMap(info -> Optional.ofNullable(info.sections().get("end")).stream())
                .toList();
        return Stream.of("stopped", Kept.OUT_OF_TIME, "complete")
                .filter(ends::contains)
                .map(end -> (Object) end)
                .findFirst();
    }
}
