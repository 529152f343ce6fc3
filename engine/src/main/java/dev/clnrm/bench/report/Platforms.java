package dev.clnrm.bench.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reports about one commit, one from each platform. Each report was judged by itself. The result on the worst platform
 * counts.
 *
 * @param all the platforms that were judged, at least one
 * @param refused the bundles that could not be judged
 */
public record Platforms(List<Platform> all, List<Refused> refused) {
    /** The statuses of cases and platforms, the worst first. */
    public static final List<StatusLabel> WORST_FIRST = List.of(
            StatusLabel.REGRESSED,
            StatusLabel.OVER_BUDGET,
            StatusLabel.FAIL,
            StatusLabel.NOT_PROVEN,
            StatusLabel.COULD_NOT_MEASURE,
            StatusLabel.FAILED,
            StatusLabel.NOT_RUN,
            StatusLabel.UNMEASURED,
            StatusLabel.NOTED,
            StatusLabel.WAIVED,
            StatusLabel.WARNING,
            StatusLabel.NOTHING_JUDGED,
            StatusLabel.INCOMPLETE,
            StatusLabel.MISSING,
            StatusLabel.REMOVED,
            StatusLabel.INCOMPARABLE,
            StatusLabel.INCONCLUSIVE,
            StatusLabel.IMPROVED,
            StatusLabel.NEW,
            StatusLabel.OK,
            StatusLabel.WITHIN_BUDGET,
            StatusLabel.MEASURED,
            StatusLabel.PASS);

    /** The exit statuses, the worst first. A proven regression stays proven even if another platform could not be measured. */
    private static final List<Integer> EXITS_WORST_FIRST = List.of(1, 3, 4, 0);

    private static final int COULD_NOT_MEASURE = 3;

    public Platforms {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /**
     * A platform.
     *
     * @param name the part of its name that differs between the platforms
     */
    public record Platform(String name, Report report) {
        public StatusLabel sign() {
            return Summary.sign(report);
        }
    }

    /**
     * A bundle that could not be judged.
     *
     * @param bundle its name
     * @param because the reason, a clause
     */
    public record Refused(String bundle, String because) {
        public String sentence() {
            return "the bundle " + Inert.name(bundle) + " was refused: " + Inert.sentence(because)
                    + "; the others were judged without it";
        }
    }

    public static Platforms of(Report report) {
        return new Platforms(List.of(new Platform("", report)), List.of());
    }

    /** The report, if there is only one platform and no refused bundle. */
    public Optional<Report> alone() {
        return all.size() == 1 && refused.isEmpty() ? Optional.of(all.get(0).report()) : Optional.empty();
    }

    /** The exit status: the worst of all platforms. */
    public int exit() {
        int worst = worst().report().exit();
        return refused.isEmpty() || isWorse(worst, COULD_NOT_MEASURE) ? worst : COULD_NOT_MEASURE;
    }

    /** The status of all platforms together: the worst of them. */
    public StatusLabel sign() {
        return refused.isEmpty() || isWorse(worst().report().exit(), COULD_NOT_MEASURE)
                ? worst().sign()
                : StatusLabel.COULD_NOT_MEASURE;
    }

    private Platform worst() {
        return all.stream()
                .min(Comparator.comparing((Platform one) ->
                                EXITS_WORST_FIRST.indexOf(one.report().exit()))
                        .thenComparing(one -> WORST_FIRST.indexOf(one.sign())))
                .orElseThrow();
    }

    private static boolean isWorse(int exit, int other) {
        return EXITS_WORST_FIRST.indexOf(exit) < EXITS_WORST_FIRST.indexOf(other);
    }

    /** {@code regressed on 1 of 2 platforms}. */
    public String sentence() {
        int count = all.size() + refused.size();
        int alike = worstNames().size();
        String of = alike > 0 ? alike + " of " + count : count == 2 ? "both" : "all " + count;
        return sign().word() + " on " + of + " platforms";
    }

    /** The platforms and refused bundles with the worst status, if others have a better one. */
    public List<String> worstNames() {
        List<String> names = Stream.concat(
                        all.stream().filter(one -> one.sign() == sign()).map(Platform::name),
                        refused.stream()
                                .filter(one -> sign() == StatusLabel.COULD_NOT_MEASURE)
                                .map(Refused::bundle))
                .toList();
        return names.size() == all.size() + refused.size() ? List.of() : names;
    }
}
