package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Conditions.Aspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Separates the results of a case that one side measured in several ways: with 1 thread and with 8, with two collectors, on two
 * JDKs. Each way becomes a separate case, named after what differs. A difference that exists only between the sides is not part
 * of the name: then the case is the same, and the judge decides whether it can be compared.
 *
 * @param ways how the case was measured, by side
 */
record Variants(List<List<Conditions>> ways) {
    /** The sides with one case for each name and mode. */
    static List<Side> apart(List<Side> sides) {
        List<Map<CaseKey, List<Conditions>>> measured =
                sides.stream().map(Variants::byKey).toList();
        Set<CaseKey> several = new LinkedHashSet<>();
        measured.forEach(side -> side.forEach((key, all) -> {
            if (all.size() > 1) {
                several.add(key);
            }
        }));
        boolean called = sides.stream()
                .flatMap(side -> side.cases().stream())
                .anyMatch(one -> one.samples().name().variant().isPresent());
        if (several.isEmpty() && !called) {
            return sides;
        }
        Map<CaseKey, Variants> variants = new HashMap<>();
        several.forEach(key -> variants.put(
                key,
                new Variants(measured.stream()
                        .map(side -> side.getOrDefault(key, List.of()))
                        .toList())));
        return sides.stream()
                .map(side -> side.named(one -> name(one, variants)))
                .toList();
    }

    private static Map<CaseKey, List<Conditions>> byKey(Side side) {
        Map<CaseKey, List<Conditions>> cases = new HashMap<>();
        side.cases().forEach(one -> cases.computeIfAbsent(one.plain(), key -> new ArrayList<>(1))
                .add(one.conditions()));
        return cases;
    }

    private static CaseName name(Measured one, Map<CaseKey, Variants> variants) {
        CaseKey key = one.plain();
        Variants all = variants.get(key);
        return all == null ? key.name() : key.name().variant(all.label(one.conditions()));
    }

    /** The label that distinguishes this way from the others. */
    private String label(Conditions one) {
        String label = Stream.of(
                        words(Aspect.THREADS, one),
                        jvm(one),
                        flags(one),
                        words(Aspect.BATCH, one),
                        words(Aspect.OPERATIONS, one),
                        words(Aspect.WARMUP, one),
                        words(Aspect.ITERATION, one),
                        words(Aspect.BLACKHOLES, one))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return label.isEmpty() ? "another way" : label;
    }

    private Optional<String> words(Aspect aspect, Conditions one) {
        return !differs(aspect::of)
                ? Optional.empty()
                : aspect.of(one).map(said -> switch (aspect) {
                    case THREADS -> ForkSetup.threads(Integer.parseInt(said));
                    case BATCH -> "batch size " + said;
                    case OPERATIONS -> said + " operations an invocation";
                    case WARMUP -> "warm-up " + said;
                    case ITERATION -> "iterations of " + said;
                    case BLACKHOLES -> said + " black holes";
                    case HOST, JDK, FLAGS -> said;
                });
    }

    /** The Java release if it distinguishes the JVMs of each side: a later update is the same variant. */
    private Optional<String> jvm(Conditions one) {
        Function<Conditions, List<Optional<String>>> whole = c -> List.of(c.jdk(), c.vm());
        if (!differs(whole)) {
            return Optional.empty();
        }
        Function<Conditions, Optional<String>> release =
                c -> c.jdk().map(version -> version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", ""));
        for (Function<Conditions, Optional<String>> telling : List.of(release, Conditions::jdk)) {
            if (tells(telling, whole)) {
                return Optional.of(
                        telling.apply(one).map(words -> "JDK " + words).orElse("an unknown JDK"));
            }
        }
        return Optional.of(one.vm().or(one::jdk).orElse("an unknown JVM"));
    }

    /** The arguments that not all ways share. */
    private Optional<String> flags(Conditions one) {
        if (!differs(Conditions::flags)) {
            return Optional.empty();
        }
        Set<String> common = new HashSet<>(one.flags().orElse(List.of()));
        ways.forEach(side -> side.forEach(way -> common.retainAll(way.flags().orElse(List.of()))));
        String own = one.flags().orElse(List.of()).stream()
                .filter(flag -> !common.contains(flag))
                .collect(Collectors.joining(" "));
        return Optional.of(own.isEmpty() ? "no further flags" : own);
    }

    /** Whether one side has several values of an aspect. */
    private boolean differs(Function<Conditions, ?> aspect) {
        return ways.stream()
                .anyMatch(side -> side.stream().map(aspect).distinct().count() > 1);
    }

    /** Whether an aspect distinguishes all ways of each side. */
    private boolean tells(Function<Conditions, ?> aspect, Function<Conditions, ?> whole) {
        return ways.stream()
                .allMatch(side -> side.stream().map(aspect).distinct().count()
                        == side.stream().map(whole).distinct().count());
    }
}
