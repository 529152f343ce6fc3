package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.TwoSidedCase;
import dev.clnrm.bench.plan.TwoSidedPlan;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoSidedControllerTest {
    private final ScriptedForks forks = new ScriptedForks();
    private final List<JournalEntry> journal = new ArrayList<>();
    private Function<List<JournalEntry>, Set<CaseName>> decided = records -> Set.of();
    private Function<JournalEntry, Optional<String>> disturbance = fork -> Optional.empty();

    private static TwoSidedPlan plan(int min, int max, String... names) {
        return new TwoSidedPlan(
                Stream.of(names)
                        .map(name -> both(ScriptedForks.planned(name, new Forks(min, max)), false))
                        .toList(),
                List.of(),
                List.of(),
                42,
                Optional.empty());
    }

    private static TwoSidedCase both(PlannedCase planned, boolean sameCode) {
        return new TwoSidedCase(Optional.of(planned), planned, sameCode);
    }

    private TwoSidedController controller(TwoSidedPlan plan, List<JournalEntry> earlier) {
        return new TwoSidedController(
                plan,
                earlier,
                journal::add,
                records -> decided.apply(records),
                fork -> disturbance.apply(fork),
                forks,
                new NoteKeeper(new ArrayList<>()));
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
        controller(plan(4, 4, "a"), List.of()).run();

        List<String> base = List.of("a0b", "a0h", "a1h", "a1b", "a2b", "a2h", "a3h", "a3b");
        List<String> head = List.of("a0h", "a0b", "a1b", "a1h", "a2h", "a2b", "a3b", "a3h");
        assertThat(List.of(base, head)).contains(sides());
    }

    @Test
    void sides_are_made_to_start_alike_before_the_first_of_a_block_is_run() {
        controller(plan(3, 3, "a"), List.of()).run();

        assertThat(forks.alike()).containsExactly(0, 2, 4).inOrder();
    }

    @Test
    void every_case_has_a_block_in_each_round() {
        controller(plan(3, 3, "a", "b", "c"), List.of()).run();

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
        controller(plan(3, 5, "a", "b"), List.of()).run();

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
        controller(plan(3, 5, "a"), List.of()).run();

        assertThat(asked).containsExactly(6, 8, 10);
    }

    @Test
    void a_case_whose_samples_hint_at_a_change_gets_more_forks_though_its_code_is_the_same() {
        PlannedCase same = ScriptedForks.planned("same", new Forks(3, 5));
        TwoSidedPlan plan = new TwoSidedPlan(List.of(both(same, true)), List.of(), List.of(), 1, Optional.empty());
        controller(plan, List.of()).run();

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
                PlannedCase planned = ScriptedForks.planned("a", new Forks(3, 5));
                new TwoSidedController(
                                new TwoSidedPlan(
                                        List.of(both(planned, false)), List.of(), List.of(), seed, Optional.empty()),
                                List.of(),
                                journal::add,
                                records -> Set.of(),
                                fork -> Optional.empty(),
                                own,
                                new NoteKeeper(new ArrayList<>()))
                        .run();
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
        controller(plan(3, 6, "a"), List.of()).run();

        assertThat(sides()).containsExactly("a0b", "a0h", "a1b", "a1h", "a2b", "a2h", "a3b", "a3h");
    }

    @Test
    void a_case_whose_code_is_the_same_and_one_that_is_new_get_the_least_forks() {
        PlannedCase same = ScriptedForks.planned("same", new Forks(3, 5));
        PlannedCase fresh = ScriptedForks.planned("fresh", new Forks(3, 5));
        TwoSidedPlan plan = new TwoSidedPlan(
                List.of(both(same, true), new TwoSidedCase(Optional.empty(), fresh, false)),
                List.of(),
                List.of(),
                1,
                Optional.empty());
        decided = records -> Set.of(ScriptedForks.name("same"));
        controller(plan, List.of()).run();

        assertThat(sides().stream().filter(s -> s.startsWith("same"))).hasSize(6);
        assertThat(sides().stream().filter(s -> s.startsWith("fresh")))
                .containsExactly("fresh0h", "fresh1h", "fresh2h")
                .inOrder();
    }

    @Test
    void a_disturbed_block_is_run_again_as_a_whole_and_said() {
        disturbance = fork -> fork.order() == 0 ? Optional.of("waited") : Optional.empty();
        TwoSidedController controller = controller(plan(3, 3, "a"), List.of());
        controller.run();

        assertThat(sides()).hasSize(8);
        assertThat(sides().subList(2, 4)).containsExactly("a0b", "a0h");
        assertThat(controller.replaced()).hasSize(1);
        assertThat(controller.replaced().get(0)).contains("waited");
    }

    @Test
    void where_all_is_disturbed_a_quarter_at_most_is_run_again() {
        disturbance = fork -> Optional.of("waited");
        controller(plan(10, 10, "a", "b"), List.of()).run();

        assertThat(forks.jobs().size()).isAtMost(40 + 12);
        assertThat(forks.jobs().size()).isAtLeast(42);
    }

    @Test
    void a_case_that_fails_on_the_head_gets_no_further_forks() {
        forks.then((job, listener) -> job.side().equals(JournalEntry.HEAD)
                        && job.planned().name().benchmark().equals("a")
                ? ScriptedForks.failed(job)
                : ScriptedForks.finished(job));
        controller(plan(3, 3, "a", "b"), List.of()).run();

        assertThat(sides().stream().filter(s -> s.startsWith("a")).count()).isAtMost(2);
        assertThat(sides().stream().filter(s -> s.startsWith("b"))).hasSize(6);
    }

    @Test
    void what_an_earlier_part_measured_is_not_measured_again() {
        controller(plan(3, 3, "a"), List.of()).run();
        List<JournalEntry> first = List.copyOf(journal.subList(0, 3));
        int before = forks.jobs().size();
        TwoSidedController again = controller(plan(3, 3, "a"), first);
        Controller.End end = again.run();

        assertThat(end).isEqualTo(Controller.End.COMPLETE);
        assertThat(forks.jobs().size() - before).isEqualTo(3);
        assertThat(again.records()).hasSize(6);
    }

    @Test
    void all_forks_of_both_sides_are_warmed_up_alike() {
        controller(plan(3, 3, "a"), List.of()).run();

        assertThat(forks.jobs().stream()
                        .skip(1)
                        .map(job -> job.warmups().orElse(-1))
                        .distinct())
                .containsExactly(ScriptedForks.SETTLED);
    }
}
