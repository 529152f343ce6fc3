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
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Effort EFFORT =
            new Effort(new Forks(3, 3), new Warmup.Fixed(5, 0.02), new Iterations(5, 0.02));

    @Test
    void every_case_has_its_own_jvm_where_nothing_is_shared() {
        Plan plan = plan(false, shape("a", ""), shape("b", ""));

        assertThat(plan.jvms(0)).hasSize(2);
    }

    @Test
    void cases_that_are_started_alike_share_a_jvm_in_another_order_each_round() {
        PlannedCase[] cases = new PlannedCase[20];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = shape("case" + i, "");
        }
        Plan plan = plan(true, cases);

        assertThat(plan.jvms(0)).hasSize(1);
        assertThat(plan.jvms(0).get(0)).containsExactlyElementsIn(cases);
        assertThat(plan.jvms(1).get(0)).isNotEqualTo(plan.jvms(0).get(0));
    }

    @Test
    void further_rounds_hold_what_is_wanted_alone_and_share_as_the_others_do() {
        Effort more = new Effort(new Forks(3, 8), EFFORT.warmup(), EFFORT.iterations());
        PlannedCase a = with(more, shape("a", ""));
        PlannedCase b = with(more, shape("b", ""));
        Plan plan = plan(true, a, b, shape("exactly_three", ""), with(more, shape("kept", "")));
        Map<CaseName, Integer> wanted =
                Map.of(a.name(), 20, b.name(), 6, new CaseName("s", "exactly_three", Map.of()), 20);

        assertThat(plan.mostRounds()).isEqualTo(8);
        assertThat(plan.further(2, wanted)).isEmpty();
        assertThat(plan.further(3, wanted)).hasSize(1);
        assertThat(plan.further(3, wanted).get(0)).containsExactly(a, b);
        assertThat(plan.further(5, wanted).get(0)).containsExactly(a, b);
        assertThat(plan.further(6, wanted)).containsExactly(List.of(a));
        assertThat(plan.further(7, wanted)).containsExactly(List.of(a));
        assertThat(plan.further(8, wanted)).isEmpty();
    }

    @Test
    void other_arguments_are_another_jvm() {
        assertThat(plan(true, shape("a", ""), shape("b", "-Xss1m"), shape("c", ""))
                        .jvms(0))
                .hasSize(2);
    }

    @Test
    void an_annotated_benchmark_is_never_twice_in_a_jvm() {
        Plan plan = plan(true, annotated("a", "1"), annotated("a", "2"), annotated("b", "1"));

        assertThat(plan.jvms(0).stream().map(List::size)).containsExactly(2, 1);
    }

    @Test
    void programs_have_no_jvm_to_share() {
        PlannedCase program = new PlannedCase(
                new CaseName("s", "p", Map.of()),
                Mode.SINGLE_SHOT,
                new Target.Command(List.of("true")),
                launch(""),
                EFFORT);

        assertThat(plan(true, shape("a", ""), program, shape("b", "")).jvms(0)).hasSize(2);
    }

    @Test
    void a_fork_of_an_old_jmh_takes_two_jvms_and_from_1_18_on_a_pause_in_every_iteration() {
        assertThat(likelySeconds("1.17")).isWithin(1e-9).of(3 * (1 + 2 + 0.5));
        assertThat(likelySeconds("1.18")).isWithin(1e-9).of(3 * (1 + 2 + 0.5 + 9 * 0.5));
        assertThat(likelySeconds("1.24")).isWithin(1e-9).of(3 * (0.35 + 1 + 0.5));
    }

    private static double likelySeconds(String jmh) {
        Effort effort = new Effort(new Forks(3, 3), new Warmup.Adaptive(10), new Iterations(5, 0.1));
        PlannedCase old = new PlannedCase(
                new CaseName("s", "old", Map.of()),
                Mode.AVERAGE,
                target("com.acme.Text.parse", Map.of()),
                new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), jmh),
                effort);
        return plan(false, old).likelySeconds();
    }

    private static Plan plan(boolean shared, PlannedCase... cases) {
        return new Plan(List.of(cases), Optional.empty(), 42, Optional.empty(), shared);
    }

    private static PlannedCase shape(String name, String arg) {
        String shape = Target.Jmh.SHAPES + "ObjectBody.Shared.none";
        return planned(name, "", target(shape, Map.of("benchmark", name)), arg);
    }

    private static PlannedCase with(Effort effort, PlannedCase planned) {
        return new PlannedCase(planned.name(), planned.mode(), planned.target(), planned.launch(), effort);
    }

    private static PlannedCase annotated(String method, String value) {
        return planned(method, value, target("com.acme.Text." + method, Map.of("size", value)), "");
    }

    private static PlannedCase planned(String name, String value, Target target, String arg) {
        Map<String, String> params = value.isEmpty() ? Map.of() : Map.of("size", value);
        return new PlannedCase(new CaseName("s", name, params), Mode.AVERAGE, target, launch(arg), EFFORT);
    }

    private static Target target(String benchmark, Map<String, String> parameters) {
        return new Target.Jmh(benchmark, benchmark + "_jmhTest", 1, List.of(1), List.of(), 1, 1, parameters);
    }

    private static Launch launch(String arg) {
        List<String> args = arg.isEmpty() ? List.of() : List.of(arg);
        return new Launch(new ClassPath(List.of()), Jvm.own(), args, List.of(), Path.of(""), "1.37");
    }
}
