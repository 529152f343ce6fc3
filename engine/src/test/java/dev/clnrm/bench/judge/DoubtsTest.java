package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.file;
import static dev.clnrm.bench.judge.RunParts.forks;
import static dev.clnrm.bench.judge.RunParts.inTurns;
import static dev.clnrm.bench.judge.RunParts.side;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.samples.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtsTest {
    private static DeclaredForks open() {
        return DeclaredForks.of("core/open");
    }

    private static List<String> doubts(Side head) {
        return Doubts.of(RunSamples.of(head, DeclaredRules.NONE), Rules.none());
    }

    private static List<String> doubts(CaseSamples head) {
        return doubts(side(head));
    }

    private static List<String> doubts(Side base, Side head) {
        return Doubts.of(RunSamples.of(base, head, DeclaredRules.NONE), Rules.none());
    }

    private static List<String> doubts(CaseSamples base, CaseSamples head) {
        return doubts(side(base), side(head));
    }

    /** What was asked for is a comparison. */
    private static List<String> compared(RunSamples run) throws DeclarationException {
        return Doubts.of(run, Rules.ofStranger(file(), run, Selection.ALL, true, TODAY));
    }

    @Test
    void whole_samples_raise_no_doubt() throws DeclarationException {
        assertThat(doubts(forks("core/open"))).isEmpty();
        assertThat(compared(RunSamples.of(side(forks("core/open")), side(forks("core/open")), DeclaredRules.NONE)))
                .isEmpty();
    }

    @Test
    void a_comparison_needs_a_base() throws DeclarationException {
        assertThat(compared(RunSamples.of(side(forks("core/open")), DeclaredRules.NONE)))
                .containsExactly("there are no samples of the base, so nothing was compared");
    }

    @Test
    void no_samples_at_all_are_a_doubt() {
        assertThat(doubts(side())).containsExactly("there are no samples");
    }

    @Test
    void a_run_out_of_time_may_lack_forks() {
        RunSamples run = new RunSamples(
                Optional.empty(),
                side(forks("core/open")),
                DeclaredRules.NONE,
                Optional.empty(),
                RunSamples.End.OUT_OF_TIME);

        assertThat(Doubts.of(run, Rules.none()))
                .containsExactly("the run reports that its time budget ran out before every case had its forks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | core/gone_0",
                "3 | core/gone_0, core/gone_1, core/gone_2",
                "5 | core/gone_0, core/gone_1, core/gone_2 and 2 more"
            })
    void what_the_head_is_said_to_have_removed_is_named(int removed, String names) {
        CaseName[] gone = IntStream.range(0, removed)
                .mapToObj(i -> DeclaredForks.name("core/gone_" + i))
                .toArray(CaseName[]::new);
        RunSamples run =
                inTurns(side(forks("core/open")), side(forks("core/open")), DeclaredRules.NONE, Set.of(), gone);

        assertThat(Doubts.of(run, Rules.none()))
                .containsExactly("the run reports that the head no longer has " + names);
    }

    @Test
    void the_change_of_a_case_without_a_base_is_unknown() {
        assertThat(doubts(side(forks("core/open")), side(forks("core/open"), forks("core/fresh"))))
                .containsExactly("there are no samples of the base for core/fresh, so their change is unknown");
    }

    @ParameterizedTest
    @CsvSource({"3, 5, true", "5, 3, true", "3, 4, false", "4, 3, false"})
    void a_side_can_be_one_fork_ahead(int base, int head, boolean doubted) {
        CaseSamples ofBase = open().means(new double[base]).samples();
        CaseSamples ofHead = open().means(new double[head]).samples();

        assertThat(doubts(ofBase, ofHead))
                .isEqualTo(doubted ? List.of("the sides have different numbers of forks for core/open") : List.of());
    }

    @Test
    void allocation_of_one_side_has_nothing_to_be_compared_with() {
        CaseSamples allocating = open().allocating(24, 24, 24).samples();

        assertThat(doubts(allocating, forks("core/open")))
                .containsExactly("only one side measured allocation for core/open");
        assertThat(doubts(forks("core/open"), allocating))
                .containsExactly("only one side measured allocation for core/open");
        assertThat(doubts(allocating, allocating)).isEmpty();
    }

    @Test
    void three_differences_of_the_machines_are_told() {
        assertThat(doubts(side(on("a"), forks("core/open")), side(on("b"), forks("core/open"))))
                .containsExactly(
                        unlike("the machine is a for the base and b for the head"),
                        unlike("the JDK is a for the base and b for the head"),
                        unlike("the JVM's flags are a for the base and b for the head"))
                .inOrder();
    }

    @Test
    void differences_of_the_forks_are_told() {
        assertThat(doubts(side(holes("full"), forks("core/open")), side(holes("compiler"), forks("core/open"))))
                .containsExactly(unlike("the black holes are full for the base and compiler for the head"));
        assertThat(doubts(
                        side(setup(1, 1, 1, "5 x 1 s", "1 s"), forks("core/open")),
                        side(setup(8, 2, 4, "5 x 1 s", "1 s"), forks("core/open"))))
                .containsExactly(
                        unlike("the number of threads is 1 for the base and 8 for the head"),
                        unlike("the batch size is 1 for the base and 2 for the head"),
                        unlike("the number of operations per invocation is 1 for the base and 4 for the head"))
                .inOrder();
        assertThat(doubts(
                        side(setup(1, 1, 1, "5 x 1 s", "1 s"), forks("core/open")),
                        side(setup(1, 1, 1, "none", "10 ms"), forks("core/open"))))
                .containsExactly(
                        unlike("the warm-up is 5 x 1 s for the base and none for the head"),
                        unlike("the iterations are 1 s for the base and 10 ms for the head"))
                .inOrder();
    }

    private static String unlike(String words) {
        return "the sides were measured under different conditions, and are compared anyway: " + words;
    }

    /** A machine whose every aspect has one name. */
    private static Conditions on(String name) {
        return new Conditions(
                Optional.of(name), Optional.of(name), Optional.empty(), Optional.of(List.of(name)), Optional.of(name));
    }

    private static Conditions holes(String kind) {
        return new Conditions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(kind));
    }

    private static Conditions setup(int threads, int batch, int operations, String warmup, String iteration) {
        return Conditions.UNKNOWN.with(new ForkSetup(
                Optional.of(threads),
                Optional.of(batch),
                Optional.of(operations),
                Optional.of(warmup),
                Optional.of(iteration)));
    }

    @Test
    void a_fork_number_that_is_missing_is_a_doubt() {
        CaseSamples whole = forks("core/open");
        CaseSamples cut = new CaseSamples(
                OPEN,
                whole.side(),
                whole.mode(),
                List.of(whole.forks().get(0), whole.forks().get(2)));

        assertThat(doubts(cut)).containsExactly("fork numbers are missing for core/open");
    }

    @Test
    void three_values_that_two_forks_share_are_copied() {
        String copied = "a fork has exactly the values of another fork for core/open";

        assertThat(doubts(open().fork(1, 1, 2).fork(1, 1, 2).samples())).containsExactly(copied);
        assertThat(doubts(open().fork(1, 1, 2).samples(), open().fork(1, 1, 2).samples()))
                .containsExactly(copied);
    }

    @Test
    void two_values_or_one_value_throughout_may_be_shared_by_chance() {
        assertThat(doubts(open().fork(1, 2).fork(1, 2).samples())).isEmpty();
        assertThat(doubts(open().fork(1, 1, 1).fork(1, 1, 1).samples())).isEmpty();
        assertThat(doubts(side(
                        open().fork(1, 1, 2).samples(),
                        DeclaredForks.of("core/shut").fork(1, 1, 2).samples())))
                .isEmpty();
    }

    @Test
    void either_all_forks_of_a_case_measure_allocation_or_none() {
        assertThat(doubts(open().allocating(24).means(1e-6).samples()))
                .containsExactly("only some forks measured allocation for core/open");
        assertThat(doubts(open().allocating(24, 24).samples())).isEmpty();
    }

    @Test
    void a_rule_about_allocation_needs_allocation_to_compare() {
        Budget limited = Budget.NONE.withAllocationChange(Change.within(0.01, RunParts.CODE));
        Rules rules = SomeRules.of(Map.of(OPEN, limited), List.of());
        Side silent = side(forks("core/open"));
        Side allocating = side(open().allocating(24, 24).samples());

        assertThat(Doubts.of(RunSamples.of(silent, silent, DeclaredRules.NONE), rules))
                .containsExactly(
                        "a rule limits how allocation may change, but no fork measured allocation for core/open");
        assertThat(Doubts.of(RunSamples.of(silent, DeclaredRules.NONE), rules)).isEmpty();
        assertThat(Doubts.of(RunSamples.of(allocating, allocating, DeclaredRules.NONE), rules))
                .isEmpty();
    }
}
