package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Sameness;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControllerTest {
    private final ScriptedForks forks = new ScriptedForks();
    private final List<JournalEntry> journal = new ArrayList<>();
    private Function<List<JournalEntry>, Set<CaseName>> decided = records -> Set.of();
    private Function<JournalEntry, Optional<String>> disturbance = fork -> Optional.empty();

    @Test
    void each_round_runs_every_case_once() {
        controller(ScriptedForks.plan(42, 3, 3, "a", "b", "c", "d")).run();

        List<String> order = forks.order();
        assertThat(order).hasSize(12);
        for (int round = 0; round < 3; round++) {
            assertThat(order.subList(4 * round, 4 * round + 4))
                    .containsExactly("a" + round, "b" + round, "c" + round, "d" + round);
        }
    }

    @Test
    void the_seed_alone_decides_the_order() {
        Plan plan = ScriptedForks.plan(42, 3, 3, "a", "b", "c", "d");
        controller(plan).run();
        ScriptedForks again = new ScriptedForks();
        controller(plan, List.of(), again).run();
        ScriptedForks other = new ScriptedForks();
        controller(ScriptedForks.plan(43, 3, 3, "a", "b", "c", "d"), List.of(), other)
                .run();

        assertThat(again.order()).containsExactlyElementsIn(forks.order()).inOrder();
        assertThat(other.order()).isNotEqualTo(forks.order());
    }

    @Test
    void rounds_are_shuffled_each_in_its_own_way() {
        controller(ScriptedForks.plan(42, 6, 6, "a", "b", "c", "d", "e")).run();

        List<String> cases = forks.order().stream().map(s -> s.substring(0, 1)).toList();
        Set<List<String>> rounds = Set.copyOf(Stream.iterate(0, round -> round < 6, round -> round + 1)
                .map(round -> cases.subList(5 * round, 5 * round + 5))
                .distinct()
                .toList());
        assertThat(rounds.size()).isAtLeast(5);
    }

    @Test
    void forks_are_numbered_by_case_and_by_run() {
        controller(ScriptedForks.plan(42, 2, 2, "a", "b")).run();

        assertThat(forks.jobs().stream().map(ForkJob::order))
                .containsExactly(0, 1, 2, 3)
                .inOrder();
        assertThat(forks.jobs().stream()
                        .filter(j -> j.planned().name().benchmark().equals("a"))
                        .map(ForkJob::fork))
                .containsExactly(0, 1)
                .inOrder();
    }

    @Test
    void a_case_with_fewer_forks_leaves_later_rounds_to_the_others() {
        List<PlannedCase> cases =
                List.of(ScriptedForks.planned("a", new Forks(1, 1)), ScriptedForks.planned("b", new Forks(3, 3)));
        controller(new Plan(cases, 42, Optional.empty())).run();

        assertThat(forks.order()).containsExactly("a0", "b0", "b1", "b2");
    }

    @Test
    void a_case_of_which_a_fork_failed_gets_no_more() {
        forks.then((job, listener) -> job.planned().name().benchmark().equals("b") && job.fork() == 1
                ? ScriptedForks.failed(job)
                : ScriptedForks.finished(job));
        Controller controller = controller(ScriptedForks.plan(42, 4, 9, "a", "b", "c"));

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.order()).containsExactly("a0", "a1", "a2", "a3", "b0", "b1", "c0", "c1", "c2", "c3");
    }

    @Test
    void inconclusive_cases_go_on_to_their_maximum_and_others_do_not() {
        List<Integer> asked = new ArrayList<>();
        Controller controller = new Controller(
                ScriptedForks.plan(42, 2, 5, "a", "b", "c"),
                List.of(),
                ControllerTest::forget,
                records -> {
                    asked.add(records.size());
                    return MoreForks.most(Set.of(ScriptedForks.name("a"), ScriptedForks.name("c")));
                },
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(asked).containsExactly(6);
        for (int round = 2; round < 5; round++) {
            assertThat(forks.order().subList(2 + 2 * round, 4 + 2 * round)).containsExactly("a" + round, "c" + round);
        }
    }

    /** Four forks of 30 s are for sure; until 260 s there is time for four more, of which what is broken takes two. */
    @Test
    void open_promises_get_more_forks_while_there_is_time_and_broken_ones_however_long_it_takes() {
        MoreForks more = new MoreForks(
                Map.of(ScriptedForks.name("broken"), 4),
                List.of(new MoreForks.Open(List.of(ScriptedForks.name("open")), 5)),
                260);
        AtomicLong nanos = eachForkTakesThirtySeconds();
        Controller controller = new Controller(
                ScriptedForks.plan(42, 2, 9, "open", "broken"),
                List.of(),
                ControllerTest::forget,
                records -> more,
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                nanos::get);

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.order().subList(4, forks.order().size()))
                .containsExactly("broken2", "broken3", "open2", "open3");
    }

    @Test
    void open_promises_get_no_fork_after_the_time_for_them_though_more_were_allotted() {
        MoreForks more =
                new MoreForks(Map.of(), List.of(new MoreForks.Open(List.of(ScriptedForks.name("open")), 20)), 200);
        AtomicLong nanos = new AtomicLong();
        forks.then((job, listener) -> {
            nanos.addAndGet(job.fork() < 2 ? 30_000_000_000L : 120_000_000_000L);
            return ScriptedForks.finished(job);
        });
        Controller controller = new Controller(
                ScriptedForks.plan(42, 2, 9, "open"),
                List.of(),
                ControllerTest::forget,
                records -> more,
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                nanos::get);

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.order())
                .containsExactly("open0", "open1", "open2", "open3")
                .inOrder();
    }

    @Test
    void what_is_open_is_asked_of_the_forks_every_case_gets_though_a_resumed_run_has_more() {
        List<Integer> asked = new ArrayList<>();
        List<JournalEntry> earlier = Stream.of(0, 1, 2, 3)
                .map(fork -> ScriptedForks.finished(new ForkJob(
                        ScriptedForks.planned("a", new Forks(2, 5)), "head", fork, fork, OptionalInt.of(1))))
                .toList();
        Controller controller = new Controller(
                ScriptedForks.plan(42, 2, 5, "a"),
                earlier,
                ControllerTest::forget,
                records -> {
                    asked.add(records.size());
                    return MoreForks.most(Set.of(ScriptedForks.name("a")));
                },
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(asked).containsExactly(2);
        assertThat(forks.order()).containsExactly("a4");
    }

    @Test
    void a_failed_case_that_is_inconclusive_gets_no_more_either() {
        forks.then((job, listener) -> ScriptedForks.failed(job));
        inconclusive(ScriptedForks.plan(42, 1, 5, "a"), List.of(), "a").run();

        assertThat(forks.order()).containsExactly("a0");
    }

    @Test
    void no_fork_is_started_after_the_time_budget() {
        Plan plan = ScriptedForks.plan(42, 3, 3, "a", "b");
        AtomicLong nanos = eachForkTakesThirtySeconds();
        Controller controller = new Controller(
                new Plan(plan.cases(), 42, Optional.of(50.0)),
                List.of(),
                ControllerTest::forget,
                records -> MoreForks.most(List.of()),
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                nanos::get);

        assertThat(controller.run()).isEqualTo(Controller.End.TIME_BUDGET);
        assertThat(controller.records()).hasSize(2);
    }

    @Test
    void a_run_whose_every_case_has_its_forks_is_complete_though_time_ran_out_for_more() {
        Plan plan = ScriptedForks.plan(42, 1, 9, "a", "b");
        List<String> notes = new ArrayList<>();
        AtomicLong nanos = eachForkTakesThirtySeconds();
        Controller controller = new Controller(
                new Plan(plan.cases(), 42, Optional.of(50.0)),
                List.of(),
                ControllerTest::forget,
                records -> MoreForks.most(Set.of(ScriptedForks.name("a"), ScriptedForks.name("b"))),
                ControllerTest::undisturbed,
                forks,
                new NoteKeeper(notes),
                nanos::get);

        assertThat(controller.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.order()).containsExactly("a0", "b0");
        assertThat(notes).containsExactly("the time budget ran out before inconclusive cases had all their forks");
    }

    @Test
    void a_run_is_stopped_from_another_thread_and_the_fork_then_running_leaves_no_record() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        forks.then((job, listener) -> {
            if (job.order() == 1) {
                running.countDown();
                Thread.sleep(60_000);
            }
            return ScriptedForks.finished(job);
        });
        Controller controller = controller(ScriptedForks.plan(42, 3, 3, "a", "b"));
        Thread other = new Thread(() -> {
            try {
                running.await();
                controller.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();

        assertThat(controller.run()).isEqualTo(Controller.End.STOPPED);
        assertThat(controller.records()).hasSize(1);
        other.join();
    }

    @Test
    void a_fork_that_finished_while_the_run_was_stopped_is_kept() {
        List<JournalEntry> journal = new ArrayList<>();
        List<Controller> holder = new ArrayList<>();
        forks.then((job, listener) -> {
            holder.get(0).stop();
            return ScriptedForks.finished(job);
        });
        Controller controller = new Controller(
                ScriptedForks.plan(42, 3, 3, "a"),
                List.of(),
                journal::add,
                done -> MoreForks.most(List.of()),
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);
        holder.add(controller);

        assertThat(controller.run()).isEqualTo(Controller.End.STOPPED);
        assertThat(journal).hasSize(1);
        assertThat(controller.records()).containsExactlyElementsIn(journal);
    }

    @Test
    void a_fork_that_failed_while_the_run_was_stopped_is_not_held_against_its_case() {
        List<Controller> holder = new ArrayList<>();
        forks.then((job, listener) -> {
            holder.get(0).stop();
            return ScriptedForks.failed(job);
        });
        Controller controller = controller(ScriptedForks.plan(42, 3, 3, "a"));
        holder.add(controller);

        assertThat(controller.run()).isEqualTo(Controller.End.STOPPED);
        assertThat(controller.records()).isEmpty();
    }

    @Test
    void a_stop_leaves_no_interrupt_behind() {
        List<Controller> holder = new ArrayList<>();
        forks.then((job, listener) -> {
            holder.get(0).stop();
            return ScriptedForks.finished(job);
        });
        Controller controller = controller(ScriptedForks.plan(42, 1, 1, "a"));
        holder.add(controller);
        controller.run();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_run_stopped_before_it_begins_starts_no_fork() {
        Controller controller = controller(ScriptedForks.plan(42, 3, 3, "a"));
        controller.stop();

        assertThat(controller.run()).isEqualTo(Controller.End.STOPPED);
        assertThat(forks.jobs()).isEmpty();
    }

    @Test
    void a_resumed_run_keeps_finished_forks_and_runs_failed_and_missing_ones() {
        Plan plan = ScriptedForks.plan(42, 3, 3, "a", "b");
        forks.then((job, listener) ->
                job.planned().name().benchmark().equals("b") ? ScriptedForks.failed(job) : ScriptedForks.finished(job));
        Controller first = controller(plan);
        first.run();
        assertThat(forks.order()).containsExactly("a0", "b0", "a1", "a2");
        List<JournalEntry> journal = first.records().stream()
                .filter(r -> !(r.name().benchmark().equals("a") && r.fork() == 1))
                .toList();

        ScriptedForks resumed = new ScriptedForks();
        Controller second = controller(plan, journal, resumed);

        assertThat(second.run()).isEqualTo(Controller.End.COMPLETE);
        assertThat(resumed.order()).containsExactly("a1", "b0", "b1", "b2");
        assertThat(second.records()).hasSize(6);
        assertThat(second.records().stream().allMatch(JournalEntry::finished)).isTrue();
    }

    @Test
    void forks_of_a_resumed_run_never_share_their_place_with_earlier_ones() {
        Plan plan = ScriptedForks.plan(42, 2, 2, "a", "b");
        forks.then((job, listener) -> job.order() == 0 ? ScriptedForks.failed(job) : ScriptedForks.finished(job));
        Controller first = controller(plan);
        first.run();
        assertThat(first.records().stream().map(JournalEntry::order)).containsExactly(0, 1, 2);

        ScriptedForks resumed = new ScriptedForks();
        controller(plan, first.records(), resumed).run();

        assertThat(resumed.jobs().stream().map(ForkJob::order))
                .containsExactly(3, 4)
                .inOrder();
    }

    @Test
    void the_first_fork_of_a_case_settles_the_warmup_of_all_its_forks() {
        inconclusive(ScriptedForks.plan(42, 3, 4, "a", "b"), List.of(), "a").run();

        for (ForkJob job : forks.jobs()) {
            assertThat(job.warmups())
                    .isEqualTo(job.fork() == 0 ? OptionalInt.empty() : OptionalInt.of(ScriptedForks.SETTLED));
        }
    }

    @Test
    void a_settled_warmup_stays_settled_after_a_resume() {
        Plan plan = ScriptedForks.plan(42, 3, 3, "a");
        controller(ScriptedForks.plan(42, 1, 1, "a")).run();
        ScriptedForks resumed = new ScriptedForks();
        Controller first = controller(ScriptedForks.plan(42, 1, 1, "a"));
        first.run();
        controller(plan, first.records(), resumed).run();

        assertThat(resumed.order()).containsExactly("a1", "a2").inOrder();
        assertThat(resumed.jobs().stream().map(ForkJob::warmups))
                .containsExactly(OptionalInt.of(ScriptedForks.SETTLED), OptionalInt.of(ScriptedForks.SETTLED));
    }

    @Test
    void a_failed_fork_settles_no_warmup() {
        Plan plan = ScriptedForks.plan(42, 2, 2, "a");
        forks.then((job, listener) -> ScriptedForks.failed(job));
        Controller first = controller(plan);
        first.run();
        ScriptedForks resumed = new ScriptedForks();
        controller(plan, first.records(), resumed).run();

        assertThat(resumed.jobs().stream().map(ForkJob::warmups))
                .containsExactly(OptionalInt.empty(), OptionalInt.of(ScriptedForks.SETTLED))
                .inOrder();
    }

    @Test
    void a_fixed_warmup_is_the_same_for_every_fork() {
        PlannedCase adaptive = ScriptedForks.planned("a", new Forks(2, 2));
        Effort effort = new Effort(
                new Forks(2, 2), new Warmup.Fixed(3, 0.1), adaptive.effort().iterations());
        PlannedCase fixed =
                new PlannedCase(adaptive.name(), adaptive.mode(), adaptive.target(), adaptive.launch(), effort);
        controller(new Plan(List.of(fixed), 42, Optional.empty())).run();

        assertThat(forks.jobs().stream().map(ForkJob::warmups)).containsExactly(OptionalInt.of(3), OptionalInt.of(3));
    }

    @Test
    void a_record_is_in_the_journal_before_the_next_fork_starts() {
        List<JournalEntry> journal = new ArrayList<>();
        forks.then((job, listener) -> {
            assertThat(journal).hasSize(job.order());
            return ScriptedForks.finished(job);
        });
        Controller controller = new Controller(
                ScriptedForks.plan(42, 2, 2, "a", "b"),
                List.of(),
                journal::add,
                records -> MoreForks.most(List.of()),
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);
        controller.run();

        assertThat(journal).containsExactlyElementsIn(controller.records()).inOrder();
    }

    @Test
    void a_journal_that_cannot_be_written_ends_the_run_and_loses_nothing_written_before() {
        List<JournalEntry> journal = new ArrayList<>();
        Controller controller = new Controller(
                ScriptedForks.plan(42, 3, 3, "a", "b"),
                List.of(),
                record -> {
                    if (journal.size() == 3) {
                        throw new UnwritableFileException(Path.of("samples.ndjson"), "is full", "make room");
                    }
                    journal.add(record);
                },
                records -> MoreForks.most(List.of()),
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);

        UnwritableFileException full = assertThrows(UnwritableFileException.class, controller::run);
        assertThat(full).hasMessageThat().isEqualTo("samples.ndjson: error: is full");
        assertThat(forks.jobs()).hasSize(4);
        assertThat(controller.records()).containsExactlyElementsIn(journal).inOrder();
    }

    /** A clock that forks alone set forward. */
    private AtomicLong eachForkTakesThirtySeconds() {
        AtomicLong nanos = new AtomicLong();
        forks.then((job, listener) -> {
            nanos.addAndGet(30_000_000_000L);
            return ScriptedForks.finished(job);
        });
        return nanos;
    }

    private Controller controller(Plan plan) {
        return controller(plan, List.of(), forks);
    }

    private static Controller controller(Plan plan, List<JournalEntry> earlier, ForkRunner runner) {
        return new Controller(
                plan,
                earlier,
                ControllerTest::forget,
                records -> MoreForks.most(List.of()),
                ControllerTest::undisturbed,
                runner,
                RunListener.SILENT,
                System::nanoTime);
    }

    private static void forget(JournalEntry record) {
        assertThat(record).isNotNull();
    }

    private Controller inconclusive(Plan plan, List<JournalEntry> earlier, String name) {
        return new Controller(
                plan,
                earlier,
                ControllerTest::forget,
                records -> MoreForks.most(Set.of(ScriptedForks.name(name))),
                ControllerTest::undisturbed,
                forks,
                RunListener.SILENT,
                System::nanoTime);
    }

    private static Optional<String> undisturbed(JournalEntry fork) {
        return Optional.empty();
    }

    private static Plan both(long seed, int min, int max, String... names) {
        Plan plan = ScriptedForks.plan(seed, min, max, names);
        return plan.against(plan, Map.of(), false);
    }

    private Controller inTurns(Plan plan, List<JournalEntry> earlier) {
        return inTurns(plan, earlier, forks);
    }

    private Controller inTurns(Plan plan, List<JournalEntry> earlier, ForkRunner runner) {
        return new Controller(
                plan,
                earlier,
                journal::add,
                records -> undecided(plan, decided.apply(records)),
                fork -> disturbance.apply(fork),
                runner,
                RunListener.SILENT,
                System::nanoTime);
    }

    private static MoreForks undecided(Plan plan, Set<CaseName> decided) {
        return MoreForks.most(plan.cases().stream()
                .map(PlannedCase::name)
                .filter(name -> !decided.contains(name))
                .toList());
    }

    private List<String> sides() {
        return forks.jobs().stream()
                .map(job -> job.planned().name().benchmark()
                        + job.fork()
                        + job.side().charAt(0))
                .toList();
    }

    @Test
    void sides_take_turns_in_blocks_and_the_first_of_a_block_changes() {
        inTurns(both(42, 4, 4, "a"), List.of()).run();

        List<String> base = List.of("a0b", "a0h", "a1h", "a1b", "a2b", "a2h", "a3h", "a3b");
        List<String> head = List.of("a0h", "a0b", "a1b", "a1h", "a2h", "a2b", "a3b", "a3h");
        assertThat(List.of(base, head)).contains(sides());
    }

    @Test
    void sides_are_made_to_start_alike_before_the_first_of_a_block_is_run() {
        inTurns(both(42, 3, 3, "a"), List.of()).run();

        assertThat(forks.alike()).containsExactly(0, 2, 4).inOrder();
    }

    @Test
    void every_case_has_a_block_in_each_round() {
        inTurns(both(42, 3, 3, "a", "b", "c"), List.of()).run();

        List<String> sides = sides();
        assertThat(sides).hasSize(18);
        for (int i = 0; i < sides.size(); i += 2) {
            assertThat(sides.get(i).substring(0, 2)).isEqualTo(sides.get(i + 1).substring(0, 2));
        }
        assertThat(sides.subList(0, 6).stream().map(s -> s.charAt(1)).distinct())
                .containsExactly('0');
    }

    @Test
    void what_is_decided_after_the_least_forks_gets_no_more() {
        decided = records -> Set.of(ScriptedForks.name("a"));
        inTurns(both(42, 3, 5, "a", "b"), List.of()).run();

        assertThat(sides().stream().filter(s -> s.startsWith("a"))).hasSize(6);
        assertThat(sides().stream().filter(s -> s.startsWith("b"))).hasSize(10);
    }

    @Test
    void nobody_is_asked_before_the_least_forks_are_there() {
        Set<Integer> asked = new HashSet<>();
        decided = records -> {
            asked.add(records.size());
            return Set.of();
        };
        inTurns(both(42, 3, 5, "a"), List.of()).run();

        assertThat(asked).containsExactly(6, 8, 10);
    }

    @Test
    void a_case_whose_samples_hint_at_a_change_gets_more_forks_though_its_code_is_the_same() {
        Plan plan = ScriptedForks.plan(1, 3, 5, "same");
        inTurns(plan.against(plan, Map.of(ScriptedForks.name("same"), Sameness.ALL), false), List.of())
                .run();

        assertThat(sides()).hasSize(10);
    }

    @Test
    void a_failure_is_measured_and_said_the_same_whichever_side_comes_first() {
        for (String failing : List.of("b", "h", "bh")) {
            Set<Set<String>> measured = new HashSet<>();
            for (int seed = 0; seed < 20; seed++) {
                ScriptedForks own = new ScriptedForks()
                        .then((job, listener) -> failing.indexOf(job.side().charAt(0)) >= 0
                                ? ScriptedForks.failed(job)
                                : ScriptedForks.finished(job));
                inTurns(both(seed, 3, 5, "a"), List.of(), own).run();
                measured.add(Set.copyOf(own.jobs().stream()
                        .map(job -> "" + job.fork() + job.side().charAt(0))
                        .toList()));
            }
            // With the base alone failing, the head gets the forks of a case that only the head has.
            Set<String> expected = failing.equals("b") ? Set.of("0b", "0h", "1h", "2h") : Set.of("0b", "0h");
            assertThat(measured).containsExactly(expected);
        }
    }

    @Test
    void what_fails_on_the_base_later_gets_no_fork_beyond_the_least() {
        forks.then((job, listener) -> job.side().equals(JournalEntry.BASE) && job.fork() == 3
                ? ScriptedForks.failed(job)
                : ScriptedForks.finished(job));
        inTurns(both(42, 3, 6, "a"), List.of()).run();

        assertThat(sides()).containsExactly("a0b", "a0h", "a1b", "a1h", "a2b", "a2h", "a3b", "a3h");
    }

    @Test
    void a_case_whose_code_is_the_same_and_one_that_is_new_get_the_least_forks() {
        Plan head = ScriptedForks.plan(1, 3, 5, "same", "fresh");
        Plan plan = head.against(
                ScriptedForks.plan(1, 3, 5, "same"), Map.of(ScriptedForks.name("same"), Sameness.ALL), false);
        decided = records -> Set.of(ScriptedForks.name("same"));
        inTurns(plan, List.of()).run();

        assertThat(sides().stream().filter(s -> s.startsWith("same"))).hasSize(6);
        assertThat(sides().stream().filter(s -> s.startsWith("fresh")))
                .containsExactly("fresh0h", "fresh1h", "fresh2h")
                .inOrder();
    }

    @Test
    void a_disturbed_block_is_run_again_as_a_whole_and_said() {
        disturbance = fork -> fork.order() == 0 ? Optional.of("waited") : Optional.empty();
        Controller controller = inTurns(both(42, 3, 3, "a"), List.of());
        controller.run();

        assertThat(sides()).hasSize(8);
        assertThat(sides().subList(2, 4)).containsExactly("a0b", "a0h");
        assertThat(controller.replaced()).hasSize(1);
        assertThat(controller.replaced().get(0)).contains("waited");
    }

    @Test
    void where_all_is_disturbed_a_quarter_at_most_is_run_again() {
        disturbance = fork -> Optional.of("waited");
        inTurns(both(42, 10, 10, "a", "b"), List.of()).run();

        assertThat(forks.jobs().size()).isAtMost(40 + 12);
        assertThat(forks.jobs().size()).isAtLeast(42);
    }

    @Test
    void a_case_that_fails_on_the_head_gets_no_further_forks() {
        forks.then((job, listener) -> job.side().equals(JournalEntry.HEAD)
                        && job.planned().name().benchmark().equals("a")
                ? ScriptedForks.failed(job)
                : ScriptedForks.finished(job));
        inTurns(both(42, 3, 3, "a", "b"), List.of()).run();

        assertThat(sides().stream().filter(s -> s.startsWith("a")).count()).isAtMost(2);
        assertThat(sides().stream().filter(s -> s.startsWith("b"))).hasSize(6);
    }

    @Test
    void what_an_earlier_part_measured_is_not_measured_again() {
        inTurns(both(42, 3, 3, "a"), List.of()).run();
        List<JournalEntry> first = List.copyOf(journal.subList(0, 3));
        int before = forks.jobs().size();
        Controller again = inTurns(both(42, 3, 3, "a"), first);
        Controller.End end = again.run();

        assertThat(end).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.jobs().size() - before).isEqualTo(3);
        assertThat(again.records()).hasSize(6);
    }

    @Test
    void all_forks_of_both_sides_are_warmed_up_alike() {
        inTurns(both(42, 3, 3, "a"), List.of()).run();

        assertThat(forks.jobs().stream()
                        .skip(1)
                        .map(job -> job.warmups().orElse(-1))
                        .distinct())
                .containsExactly(ScriptedForks.SETTLED);
    }
}
