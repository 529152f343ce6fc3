package dev.clnrm.bench.report.history;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static final CaseKey MIX = key("mix");
    private static final Conditions HERE = host("here");
    private static final Conditions THERE = host("there");

    private final HistoryBuilder history = new HistoryBuilder(
            0.95,
            (one, other) -> Optional.of(Integer.parseInt(other.substring(1)) - Integer.parseInt(one.substring(1))));

    private static CaseKey key(String benchmark) {
        return new CaseKey(new CaseName("s", benchmark, Map.of()), Mode.AVERAGE);
    }

    private static Conditions host(String name) {
        return new Conditions(
                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A run of a commit beside a base; commits are called by their places. */
    private int run(int commit, int base) {
        String name = "c" + commit;
        return history.run(new PastRun(
                "run of " + name + " beside c" + base,
                Instant.EPOCH.plusSeconds(commit),
                Optional.of(name),
                false,
                Optional.of("v" + base),
                Optional.of("c" + base),
                Optional.of(commit)));
    }

    private void point(CaseKey key, int run, Conditions on, double seconds, double ratio) {
        Interval around = new Interval(ratio * 0.99, ratio, ratio * 1.01, 0.95);
        history.point(
                key,
                on,
                new Point(
                        run,
                        new Estimate.Bounded(new Interval(seconds, seconds, seconds, 0.95), 3, List.of()),
                        Optional.empty(),
                        3,
                        0,
                        Optional.of(around)));
    }

    private History built() {
        return history.build((key, seconds) -> 0.03, List.of());
    }

    private List<AnchoredSeries> series() {
        return built().cases().get(0).anchored();
    }

    @Test
    void runs_beside_a_second_release_go_on_where_those_beside_the_first_ended() {
        point(MIX, run(1, 0), HERE, 1, 1.10);
        point(MIX, run(5, 0), HERE, 1, 1.20);
        point(MIX, run(6, 5), THERE, 9, 1.00);
        point(MIX, run(7, 5), THERE, 9, 1.50);

        List<AnchoredSeries> series = series();

        assertThat(series).hasSize(1);
        assertThat(series.get(0).anchor()).isEqualTo("v0");
        List<AnchoredPoint> points = series.get(0).points();
        assertThat(points.get(2).ratio().estimate()).isWithin(1e-12).of(1.20);
        assertThat(points.get(3).ratio().estimate()).isWithin(1e-12).of(1.80);
        assertThat(points.stream().map(AnchoredPoint::links).toList())
                .containsExactly(1, 1, 2, 2)
                .inOrder();
        double half = Math.log(1.80 / points.get(3).ratio().low());
        assertThat(half).isWithin(1e-12).of(Math.hypot(-Math.log(0.99), -Math.log(0.99)));
        assertThat(points.get(2).platform()).isNotEqualTo(points.get(1).platform());
    }

    @Test
    void a_commit_measured_beside_both_links_two_releases() {
        point(MIX, run(4, 0), HERE, 1, 1.20);
        point(MIX, run(4, 3), THERE, 1, 1.00);
        point(MIX, run(6, 3), THERE, 1, 1.10);

        AnchoredSeries series = series().get(0);

        assertThat(series.points().get(1).ratio().estimate()).isWithin(1e-12).of(1.20);
        assertThat(series.points().get(2).ratio().estimate()).isWithin(1e-12).of(1.32);
        assertThat(series.points().get(2).links()).isEqualTo(3);
    }

    @Test
    void what_no_run_links_has_an_anchor_of_its_own() {
        point(MIX, run(1, 0), HERE, 1, 1.10);
        point(MIX, run(6, 5), HERE, 1, 1.20);

        assertThat(series().stream().map(AnchoredSeries::anchor).toList())
                .containsExactly("v0", "v5")
                .inOrder();
    }

    @Test
    void of_two_chains_the_more_precise_is_taken() {
        point(MIX, run(1, 0), HERE, 1, 1.10);
        point(MIX, run(2, 1), HERE, 1, 1.10);
        point(MIX, run(2, 0), HERE, 1, 1.25);
        point(MIX, run(3, 2), HERE, 1, 1.00);

        AnchoredSeries series = series().get(0);

        assertThat(series.points().get(3).ratio().estimate()).isWithin(1e-12).of(1.25);
        assertThat(series.points().get(3).links()).isEqualTo(2);
    }

    @Test
    void points_stand_in_the_order_of_commits_however_they_were_measured() {
        for (int commit : List.of(9, 1, 5, 3, 7)) {
            point(MIX, run(commit, 0), HERE, 1, 1 + commit);
        }
        assertThat(series().get(0).points().stream()
                        .map(point -> point.ratio().estimate())
                        .toList())
                .containsExactly(2.0, 4.0, 6.0, 8.0, 10.0)
                .inOrder();
    }

    @Test
    void times_stand_in_the_order_of_commits_and_their_step_is_at_its_commit() {
        List<Integer> measured = new ArrayList<>(List.of(16, 1));
        IntStream.of(8, 4, 12, 2, 6, 10, 14, 3, 5, 7, 9, 11, 13, 15).forEach(measured::add);
        for (int commit : measured) {
            point(MIX, run(commit, 0), HERE, (commit < 9 ? 1 : 1.2) + commit % 2 * 0.001, 1);
        }

        List<Step> steps = Step.all(built());

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).since().what()).isEqualTo("c9");
        assertThat(steps.get(0).run()).isEqualTo(8);
        assertThat(built().newest(commit -> true).what()).isEqualTo("c16");
    }

    @Test
    void a_run_of_an_unknown_commit_follows_all_that_started_before_it() {
        run(9, 0);
        run(1, 0);
        history.run(new PastRun("first", Instant.EPOCH, Optional.of("gone"), false, Optional.empty()));
        run(5, 0);
        history.run(new PastRun("second", Instant.EPOCH, Optional.empty(), false, Optional.empty()));
        run(10, 0);

        assertThat(built().runs().stream().map(PastRun::what))
                .containsExactly("c1", "c5", "c9", "gone", "second", "c10")
                .inOrder();
    }

    @Test
    void cases_that_move_together_are_told_once_with_the_commits() {
        SplittableRandom random = new SplittableRandom(2);
        for (int commit = 1; commit <= 24; commit++) {
            int run = run(commit, 0);
            Conditions on = commit % 5 < 3 ? HERE : THERE;
            double noise = 0.005 * random.nextDouble();
            point(MIX, run, on, commit % 5 < 3 ? 1 : 3, (commit < 13 ? 1 : 1.2) + noise);
            point(key("sort"), run, HERE, 1, (commit < 13 ? 1 : 0.8) + noise);
            point(key("creep"), run, on, 1, Math.pow(1.01, commit) + noise);
            point(key("steady"), run, on, 1, 1 + noise);
        }

        List<Movement> all = Movement.all(built());

        assertThat(all).hasSize(2);
        Movement creep = all.get(0);
        assertThat(creep.gradual()).isTrue();
        assertThat(creep.cases().get(0).key()).isEqualTo(key("creep"));
        assertThat(creep.commits().orElseThrow()).isAtLeast(19);
        Movement step = all.get(1);
        assertThat(step.gradual()).isFalse();
        assertThat(step.before().what()).isEqualTo("c12");
        assertThat(step.since().what()).isEqualTo("c13");
        assertThat(step.cases().stream().map(Movement.Moved::key).toList()).containsExactly(MIX, key("sort"));
        assertThat(step.sentence()).startsWith("a step between c12 and c13 against v0: sort -");
        assertThat(creep.sentence()).startsWith("grew gradually between c");
        assertThat(creep.sentence()).contains(" %), +1.0 % a commit over ");
    }

    /** On two machines in turn, each case has a range of two runs: c10 to c12 and c11 to c13. */
    @Test
    void steps_one_run_apart_are_one_with_both_ranges() {
        SplittableRandom random = new SplittableRandom(3);
        for (int commit = 1; commit <= 24; commit++) {
            int run = run(commit, 0);
            Conditions on = commit % 2 == 0 ? HERE : THERE;
            point(MIX, run, on, 1, (commit < 12 ? 1 : 1.2) + 0.005 * random.nextDouble());
            point(key("sort"), run, on, 1, (commit < 13 ? 1 : 1.2) + 0.005 * random.nextDouble());
        }

        List<Movement> all = Movement.all(built());

        assertThat(all).hasSize(1);
        assertThat(all.get(0).cases()).hasSize(2);
        assertThat(all.get(0).where()).isEqualTo("between c10 and c13");
    }

    /** A case that joined later has other places for the same runs. */
    @Test
    void steps_of_cases_with_other_runs_are_one_if_their_runs_are() {
        SplittableRandom random = new SplittableRandom(4);
        for (int commit = 1; commit <= 24; commit++) {
            int run = run(commit, 0);
            double noise = 0.005 * random.nextDouble();
            point(MIX, run, HERE, 1, (commit < 13 ? 1 : 1.2) + noise);
            if (commit > 5) {
                point(key("added"), run, HERE, 1, (commit < 13 ? 1 : 1.3) + noise);
            }
            point(key("other"), run, HERE, 1, (commit < 9 ? 1 : 1.2) + noise);
            if (commit < 9 || commit > 13) {
                point(key("failed"), run, HERE, 1, (commit < 13 ? 1 : 1.1) + noise);
            }
        }

        assertThat(Movement.all(built()).stream()
                        .map(one -> one.where() + " "
                                + one.cases().stream()
                                        .map(moved -> moved.key().name().benchmark())
                                        .toList()))
                .containsExactly("between c12 and c13 [added, mix, failed]", "between c8 and c9 [other]")
                .inOrder();
    }

    /** Both grow over the same number of runs since the start of their series, but at other commits. */
    @Test
    void creeps_of_cases_with_other_runs_are_one_only_if_their_commits_are() {
        SplittableRandom random = new SplittableRandom(6);
        for (int commit = 1; commit <= 60; commit++) {
            int run = run(commit, 0);
            double noise = 0.002 * random.nextDouble();
            point(MIX, run, HERE, 1, Math.pow(1.02, Math.max(0, Math.min(commit, 20) - 8)) + noise);
            if (commit > 25) {
                point(key("added"), run, HERE, 1, Math.pow(1.02, Math.max(0, Math.min(commit, 45) - 33)) + noise);
            }
            if (commit > 2) {
                point(key("also"), run, HERE, 1, Math.pow(1.02, Math.max(0, Math.min(commit, 21) - 9)) + noise);
            }
        }

        List<Movement> all = Movement.all(built());

        assertThat(all.stream().map(one -> one.cases().size()))
                .containsExactly(1, 2)
                .inOrder();
        assertThat((double) all.get(0).before().place().orElseThrow())
                .isWithin(1)
                .of(33);
        assertThat((double) all.get(1).before().place().orElseThrow())
                .isWithin(1)
                .of(8);
        assertThat((double) all.get(1).since().place().orElseThrow())
                .isWithin(1)
                .of(21);
    }

    /** The growth of the second case is longer and taken back, so the first has ends of its own. */
    @Test
    void what_lasts_is_told_without_the_ends_of_what_was_taken_back() {
        SplittableRandom random = new SplittableRandom(7);
        for (int commit = 1; commit <= 60; commit++) {
            int run = run(commit, 0);
            double noise = 0.002 * random.nextDouble();
            point(MIX, run, HERE, 1, Math.pow(1.02, Math.max(0, Math.min(commit, 24) - 12)) + noise);
            point(
                    key("back"),
                    run,
                    HERE,
                    1,
                    (commit > 45 ? 1 : Math.pow(1.02, Math.max(0, Math.min(commit, 32) - 8))) + noise);
        }

        List<Movement> all = Movement.lasting(built());

        assertThat(all).hasSize(1);
        assertThat(all.get(0).cases().stream().map(Movement.Moved::key)).containsExactly(MIX);
        assertThat((double) all.get(0).before().place().orElseThrow())
                .isWithin(1)
                .of(12);
        assertThat((double) all.get(0).since().place().orElseThrow())
                .isWithin(1)
                .of(24);
    }

    @Test
    void the_newest_run_is_that_of_the_latest_commit_of_the_branch_or_else_the_last_by_time() {
        run(3, 0);
        run(9, 0);
        history.run(new PastRun("early", Instant.EPOCH, Optional.empty(), false, Optional.empty()));
        run(2, 0);

        assertThat(built().newest(commit -> !commit.equals("c9")).what()).isEqualTo("c3");
        assertThat(built().newest(commit -> false).what()).isEqualTo("c9");
    }

    /** Runs on a second machine make its range the narrower one, so the step is told at another run. */
    @Test
    void a_step_is_the_same_if_later_runs_tell_it_at_another_run() {
        Step early = stepped(24);
        Step late = stepped(27);

        assertThat(late.since()).isNotEqualTo(early.since());
        assertThat(late.same(early)).isTrue();
        assertThat(late.fits(Set.copyOf(early.runs()))).isTrue();
    }

    private static Step stepped(int runs) {
        AnchorsTest test = new AnchorsTest();
        SplittableRandom random = new SplittableRandom(5);
        String machines = "BABABABABAB" + "AAAAAAAAA" + "BBBB" + "AAA";
        for (int place = 0; place < runs; place++) {
            Conditions on = machines.charAt(place) == 'A' ? HERE : THERE;
            test.point(MIX, test.run(place + 1, 0), on, 1, (place < 20 ? 1 : 1.2) + 0.005 * random.nextDouble());
        }
        List<Step> steps = Step.told(test.built());
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }
}
