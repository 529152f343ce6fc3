package dev.clnrm.bench.app;

import dev.clnrm.bench.git.BuildFailed;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Overlay;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.runs.LaidOver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The base as it is measured: with its own benchmarks, and with those of the head that are new or edited.
 *
 * @param plan the cases of the base
 * @param laidOver the files of the head that were laid over it; empty if no benchmark is new or edited
 * @param digest the digest of the overlay; empty if there is none
 */
record OverlaidBase(Plan plan, Optional<LaidOver> laidOver, String digest) {
    /** The most builds. The second build omits the files that the compiler refused in the first. */
    private static final int ATTEMPTS = 2;

    /** Builds the base with an overlay and lists its cases. */
    interface Building {
        /**
         * The base's cases with this overlay.
         *
         * @param word distinguishes this attempt from others
         */
        Plan with(Overlay overlay, String word) throws CheckoutException, IOException, InterruptedException;
    }

    /** The base without an overlay. */
    static OverlaidBase plain(Plan plan, List<String> problems) {
        return new OverlaidBase(
                plan,
                problems.isEmpty() ? Optional.empty() : Optional.of(new LaidOver(List.of(), List.of(), 0, problems)),
                "");
    }

    /**
     * Lays the head's benchmarks over the base.
     *
     * @param plain the base's own cases
     * @param heads the benchmarks that are new or edited
     * @param from the cases and files of the head
     */
    static OverlaidBase of(Plan plain, HeadsBenchmarks heads, HeadsBenchmarks.Side from, Building building)
            throws InterruptedException {
        long begin = System.nanoTime();
        List<String> problems = new ArrayList<>(heads.problems());
        HeadsBenchmarks now = heads;
        for (int attempt = 1; attempt <= ATTEMPTS && !now.cases().isEmpty(); attempt++) {
            HeadsBenchmarks tried = now;
            try {
                Map<CaseName, PlannedCase> built = building.with(tried.overlay(), "overlay-" + attempt).cases().stream()
                        .filter(one -> tried.cases().containsKey(one.name()))
                        .collect(Collectors.toMap(PlannedCase::name, one -> one));
                missing(tried, built).ifPresent(problems::add);
                List<PlannedCase> inOrder = from.plan().cases().stream()
                        .filter(one -> built.containsKey(one.name()))
                        .map(one -> built.getOrDefault(one.name(), one))
                        .toList();
                return new OverlaidBase(
                        plain.with(inOrder),
                        Optional.of(new LaidOver(
                                inOrder.stream()
                                        .map(one -> one.name().toString())
                                        .toList(),
                                tried.overlay().paths(),
                                (System.nanoTime() - begin) / 1e9,
                                problems)),
                        tried.overlay().digest(from.tree().root()));
            } catch (BuildFailed e) {
                Set<String> refused = refused(tried.overlay(), e);
                problems.add(sentence(tried, e));
                if (refused.isEmpty()) {
                    break;
                }
                now = tried.without(refused);
            } catch (CheckoutException | IOException e) {
                problems.add("the head's benchmarks are not laid over the base: " + e.getMessage()
                        + (e instanceof CheckoutException told && !told.help().isEmpty() ? "; " + told.help() : ""));
                break;
            }
        }
        return plain(plain, problems);
    }

    /** The files that the compiler names in its errors. */
    private static Set<String> refused(Overlay overlay, BuildFailed failed) {
        return overlay.files().stream()
                .filter(file -> failed.errors().stream().anyMatch(line -> line.contains(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sentence(HeadsBenchmarks tried, BuildFailed failed) {
        Set<String> refused = refused(tried.overlay(), failed);
        int cases = tried.cases().size() - tried.without(refused).cases().size();
        String what = refused.isEmpty()
                ? "the base does not build with the head's benchmarks, so "
                        + Counts.count(tried.cases().size(), "case")
                        + " of them stay with each side's own benchmark"
                : "does not compile on the base, so its cases are measured with each side's own benchmark ("
                        + Counts.count(cases, "case") + ")";
        List<String> lines = failed.errors().isEmpty() ? failed.lastLines() : failed.errors();
        String named = refused.isEmpty() ? "" : String.join(", ", refused) + " ";
        return named + what + ": " + String.join("; ", first(lines, refused));
    }

    /** The first line that names one of the files, and the line after it; the first two lines if no line does. */
    private static List<String> first(List<String> lines, Set<String> refused) {
        int at = IntStream.range(0, lines.size())
                .filter(i -> refused.stream().anyMatch(lines.get(i)::contains))
                .findFirst()
                .orElse(0);
        return lines.subList(at, Math.min(at + 2, lines.size()));
    }

    private static Optional<String> missing(HeadsBenchmarks tried, Map<CaseName, PlannedCase> built) {
        List<String> names = tried.cases().keySet().stream()
                .filter(name -> !built.containsKey(name))
                .map(CaseName::toString)
                .sorted()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("the base does not have " + Counts.some(names, 4)
                        + " even with the head's benchmarks laid over it");
    }
}
