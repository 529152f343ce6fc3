package dev.clnrm.bench.plan;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanDigestTest {
    private static final Forks FORKS = new Forks(3, 10);

    private final Path folder;

    PlanDigestTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("classes"));
        Files.writeString(folder.resolve("classes").resolve("A.class"), "code");
        Files.writeString(folder.resolve("library.jar"), "library");
    }

    @Test
    void the_same_plan_has_the_same_digest() {
        assertThat(PlanDigest.of(plan(FORKS, List.of()))).isEqualTo(PlanDigest.of(plan(FORKS, List.of())));
    }

    @Test
    void parameters_are_digested_in_one_order_whatever_the_order_they_came_in() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("suiteClass", "a.Suite");
        one.put("benchmark", "b");
        one.put("values", "10");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("values", "10");
        other.put("suiteClass", "a.Suite");
        other.put("benchmark", "b");

        assertThat(PlanDigest.of(plan(FORKS, List.of(), other))).isEqualTo(PlanDigest.of(plan(FORKS, List.of(), one)));
    }

    @Test
    void the_seed_and_the_time_budget_change_nothing_that_is_measured() {
        Plan plan = plan(FORKS, List.of());
        Plan other = new Plan(plan.cases(), plan.seed() + 1, Optional.of(60.0));

        assertThat(PlanDigest.of(other)).isEqualTo(PlanDigest.of(plan));
    }

    @Test
    void another_effort_or_argument_is_another_plan_of_the_same_code() {
        PlanDigest before = PlanDigest.of(plan(FORKS, List.of()));
        PlanDigest harder = PlanDigest.of(plan(new Forks(4, 10), List.of()));
        PlanDigest smaller = PlanDigest.of(plan(FORKS, List.of("-Xmx64m")));

        assertThat(harder.cases()).isNotEqualTo(before.cases());
        assertThat(smaller.cases()).isNotEqualTo(before.cases());
        assertThat(harder.code()).isEqualTo(before.code());
    }

    @Test
    void the_same_measurement_in_another_folder_has_the_same_settings() {
        Plan plan = plan(FORKS, List.of());
        PlannedCase one = plan.cases().get(0);
        Launch elsewhere = new Launch(
                new ClassPath(List.of(Path.of("elsewhere"))), Jvm.own(), List.of(), List.of(), Path.of(""), "1.37");
        Plan other = new Plan(List.of(one.with(elsewhere, one.effort())), 42, Optional.empty());

        assertThat(PlanDigest.settings(List.of(other, plan))).isEqualTo(PlanDigest.settings(List.of(plan, plan)));
        for (Plan different : List.of(plan(new Forks(4, 10), List.of()), plan(FORKS, List.of("-Xmx64m")))) {
            assertThat(PlanDigest.settings(List.of(plan, different)))
                    .isNotEqualTo(PlanDigest.settings(List.of(plan, plan)));
        }
    }

    @Test
    void one_changed_byte_of_any_entry_is_other_code() throws IOException {
        PlanDigest before = PlanDigest.of(plan(FORKS, List.of()));
        Files.writeString(folder.resolve("classes").resolve("A.class"), "c0de");
        PlanDigest changedClass = PlanDigest.of(plan(FORKS, List.of()));
        Files.writeString(folder.resolve("library.jar"), "l1brary");
        PlanDigest changedJar = PlanDigest.of(plan(FORKS, List.of()));

        assertThat(changedClass.code()).isNotEqualTo(before.code());
        assertThat(changedJar.code()).isNotEqualTo(changedClass.code());
        assertThat(changedJar.cases()).isEqualTo(before.cases());
    }

    private Plan plan(Forks forks, List<String> jvmArgs) {
        return plan(forks, jvmArgs, Map.of());
    }

    private Plan plan(Forks forks, List<String> jvmArgs, Map<String, String> parameters) {
        ClassPath classPath = new ClassPath(List.of(folder.resolve("classes"), folder.resolve("library.jar")));
        Launch launch = new Launch(classPath, Jvm.own(), jvmArgs, List.of(), folder, "1.37");
        Target target = new Target.Jmh("a.B.c", "a.jmh_generated.B_c", 1, List.of(1), List.of(), 1, 1, parameters);
        Effort effort = new Effort(forks, new Warmup.Adaptive(1), new Iterations(20, 0.1));
        CaseName name = new CaseName("s", "b", Map.of());
        return new Plan(List.of(new PlannedCase(name, Mode.AVERAGE, target, launch, effort)), 42, Optional.empty());
    }
}
