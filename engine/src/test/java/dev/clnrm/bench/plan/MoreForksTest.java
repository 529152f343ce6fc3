package dev.clnrm.bench.plan;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoreForksTest {
    private static final CaseName A = name("a");
    private static final CaseName B = name("b");
    private static final CaseName C = name("c");

    private static CaseName name(String benchmark) {
        return new CaseName("s", benchmark, Map.of());
    }

    private static Plan plan(Forks forks) {
        return new Plan(
                Stream.of(A, B, C)
                        .map(name -> new PlannedCase(
                                name,
                                Mode.AVERAGE,
                                new Target.Command(List.of("true")),
                                new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), ""),
                                new Effort(forks, new Warmup.Fixed(1, 0.1), new Iterations(5, 0.1))))
                        .toList(),
                42,
                Optional.empty());
    }

    private static MoreForks open(MoreForks.Open... open) {
        return new MoreForks(Map.of(), List.of(open), 60);
    }

    private static MoreForks.Open promise(int forks, CaseName... cases) {
        return new MoreForks.Open(List.of(cases), forks);
    }

    private static final Plan TWENTY = plan(new Forks(3, 20));

    @Test
    void a_promise_gets_half_as_many_again_as_it_seems_to_need() {
        assertThat(open(promise(6, A)).allotted(TWENTY, 100)).containsExactly(A, 9);
    }

    @Test
    void the_nearest_to_decided_comes_first_whatever_the_order() {
        MoreForks more = open(promise(12, A), promise(4, B));

        assertThat(more.allotted(TWENTY, 3)).containsExactly(B, 6);
        assertThat(more.allotted(TWENTY, 3 + 15)).containsExactly(B, 6, A, 18);
    }

    @Test
    void what_is_left_goes_to_the_nearest_that_needs_more() {
        assertThat(open(promise(4, B), promise(12, A), promise(13, C)).allotted(TWENTY, 3 + 5))
                .containsExactly(B, 6, A, 8);
    }

    @Test
    void a_law_gives_each_of_its_cases_as_many_and_forks_that_are_there_cost_nothing() {
        assertThat(open(promise(4, A, B), promise(4, B, A)).allotted(TWENTY, 6)).containsExactly(A, 6, B, 6);
        assertThat(open(promise(4, A, B)).allotted(TWENTY, 5)).containsExactly(A, 5, B, 5);
    }

    @Test
    void nobody_gets_more_than_the_plan_allows() {
        assertThat(open(promise(Integer.MAX_VALUE, A)).allotted(plan(new Forks(3, 8)), 100))
                .containsExactly(A, 8);
        assertThat(open(promise(6, A)).allotted(plan(new Forks(3, 3)), 100)).isEmpty();
        assertThat(MoreForks.most(List.of(A)).allotted(TWENTY, 0)).containsExactly(A, 20);
    }

    @Test
    void what_seems_broken_gets_its_forks_though_there_is_no_time() {
        MoreForks more = new MoreForks(Map.of(A, 8), List.of(promise(4, B)), 60);

        assertThat(more.allotted(TWENTY, 0)).containsExactly(A, 8);
        assertThat(more.allotted(TWENTY, 8)).containsExactly(A, 8, B, 6);
    }

    @Test
    void a_case_that_is_not_planned_gets_none() {
        assertThat(open(promise(4, name("other"))).allotted(TWENTY, 100)).isEmpty();
    }

    @Test
    void a_run_goes_on_for_its_minute_or_a_quarter_longer_than_its_sure_forks() {
        assertThat(open().until(10)).isEqualTo(60.0);
        assertThat(open().until(60)).isEqualTo(75.0);
    }
}
