package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.BackendException;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.PolicyException;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.backend.Invocation;
import dev.clnrm.cleanroom.backend.ProcessBackend;
import dev.clnrm.cleanroom.policy.AuditLog;
import dev.clnrm.cleanroom.policy.AuditRecord;
import dev.clnrm.cleanroom.policy.AuditRecord.Decision;
import dev.clnrm.cleanroom.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScenarioPolicyTest {
    private static final InProcessBackend ISOLATING = Scripts.BACKEND.standingInForSandbox();

    private final CleanroomEnvironment environment = CleanroomEnvironment.open();
    private final List<AuditRecord> log = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void nothing_runs_where_any_command_is_refused() {
        PolicyException refusal =
                assertThrows(PolicyException.class, () -> Scenario.named("x", environment, Scripts.BACKEND)
                        .step("a", "echo")
                        .step("b", "sudo", "echo")
                        .step("c", "/sbin/reboot")
                        .policy(Policy.low())
                        .run());
        assertThat(refusal.what())
                .isEqualTo(
                        "nothing was run, because the policy of level low refuses step 2 'b': the command 'sudo' is denied;"
                                + " step 3 'c': the command 'reboot' is denied");
        assertThat(environment.testStatistics("x").executed()).isEqualTo(0);
    }

    @Test
    void level_low_shows_what_is_printed_and_level_medium_redacts_it() {
        Scenario scenario =
                Scenario.named("x", environment, Scripts.BACKEND).step("a", "echo", "password=swordfish", "fish");
        assertThat(scenario.policy(Policy.low()).run().steps().get(0).output()).isEqualTo("password=swordfish fish");
        assertThat(scenario.policy(Policy.medium()).run().steps().get(0).output())
                .isEqualTo("password=[redacted] fish");
        assertThat(scenario.policy(Policy.medium().withSecrets("fish"))
                        .run()
                        .steps()
                        .get(0)
                        .output())
                .isEqualTo("password=[redacted] [redacted]");
    }

    @Test
    void level_medium_cuts_what_is_printed_and_says_so() {
        StepResult step = Scenario.named("x", environment, Scripts.BACKEND)
                .step("a", "echo", "abcdefgh")
                .policy(Policy.medium().withOutputLimit(3))
                .run()
                .steps()
                .get(0);
        assertThat(step.output()).isEqualTo("abc");
        assertThat(step.cut()).isTrue();
    }

    @Test
    void a_secret_at_the_end_of_what_was_captured_is_not_shown_in_part() {
        String secret = "s".repeat(4000);
        Policy policy = Policy.medium().withSecrets(secret).withOutputLimit(10_000);
        String text = "x".repeat(16_000) + secret + "y".repeat(10_000);
        String shown = Scenario.named("x", environment, Scripts.BACKEND)
                .step("a", "echo", text)
                .policy(policy)
                .run()
                .steps()
                .get(0)
                .output();
        assertThat(shown).isEqualTo("x".repeat(10_000));
    }

    @Test
    void level_high_demands_a_backend_that_isolates() {
        PolicyException refusal =
                assertThrows(PolicyException.class, () -> Scenario.named("x", environment, Scripts.BACKEND)
                        .step("a", "echo")
                        .policy(Policy.high("echo"))
                        .run());
        assertThat(refusal.what())
                .isEqualTo("the backend 'in-process' does not isolate, but the policy's level high requires it");
    }

    @Test
    void level_high_records_each_step_in_the_result_and_in_the_log() {
        Policy policy = Policy.high("echo", "fail").withSecrets("swordfish").auditedBy(log::add);
        ScenarioResult result = Scenario.named("x", environment, ISOLATING)
                .step("a", "echo", "swordfish")
                .step("b", "fail")
                .step("c", "echo")
                .policy(policy)
                .run();

        assertThat(result.audit()).isEqualTo(log);
        assertThat(log).hasSize(2);
        AuditRecord first = log.get(0);
        assertThat(first)
                .isEqualTo(new AuditRecord(
                        first.at(),
                        environment.sessionId(),
                        "x",
                        1,
                        "a",
                        List.of("echo", "[redacted]"),
                        "in-process, standing in for a sandbox",
                        Decision.RAN,
                        "",
                        0,
                        result.steps().get(0).duration()));
        assertThat(log.get(1).exitCode()).isEqualTo(3);
    }

    @Test
    void level_high_records_refusals() {
        assertThrows(PolicyException.class, () -> Scenario.named("x", environment, ISOLATING)
                .step("a", "echo")
                .step("b", "fail", "token=abc")
                .policy(Policy.high("echo").auditedBy(log::add))
                .run());
        assertThat(log).hasSize(1);
        assertThat(log.get(0).decision()).isEqualTo(Decision.REFUSED);
        assertThat(log.get(0).reason()).isEqualTo("the command 'fail' is not in the list of allowed commands");
        assertThat(log.get(0).command())
                .containsExactly("fail", "token=[redacted]")
                .inOrder();
    }

    @Test
    void what_timed_out_and_what_never_ran_is_recorded_as_such() {
        Scenario scenario = Scenario.named("x", environment, ISOLATING)
                .policy(Policy.high("hang").auditedBy(log::add))
                .timeout(Duration.ofMillis(10))
                .concurrent();
        for (int i = 0; i < 40; i++) {
            scenario = scenario.step("step " + i, "hang");
        }
        ScenarioResult result = scenario.run();
        assertThat(result.audit()).hasSize(40);
        assertThat(log.stream().map(AuditRecord::decision)).contains(Decision.NOT_RUN);
        assertThat(log.stream()
                        .filter(record -> record.decision() == Decision.NOT_RUN)
                        .map(AuditRecord::exitCode))
                .doesNotContain(137);
        assertThat(log.stream().map(AuditRecord::decision)).containsNoneOf(Decision.RAN, Decision.REFUSED);
    }

    @Test
    void a_record_that_cannot_be_kept_ends_the_scenario() {
        Policy policy = Policy.high("echo").auditedBy(record -> {
            throw new IOException("disk full");
        });
        Scenario scenario = Scenario.named("x", environment, ISOLATING)
                .step("a", "echo")
                .step("b", "echo")
                .policy(policy);
        assertThat(assertThrows(PolicyException.class, scenario::run).what())
                .isEqualTo("its audit record cannot be stored: disk full");
        assertThrows(PolicyException.class, scenario.concurrent()::run);
    }

    @Test
    void a_step_whose_backend_fails_is_recorded() {
        BackendException broken = new BackendException("b", "escaped", "help", null);
        Backend backend = new Backend() {
            @Override
            public String name() {
                return "b";
            }

            @Override
            public boolean isolates() {
                return true;
            }

            @Override
            public Execution execute(Invocation invocation) {
                throw broken;
            }
        };
        Scenario scenario = Scenario.named("x", environment, backend).step("a", "sh");
        assertThat(assertThrows(
                        BackendException.class,
                        scenario.policy(Policy.high("sh").auditedBy(log::add))::run))
                .isSameInstanceAs(broken);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).decision()).isEqualTo(Decision.ENDED);
        assertThat(log.get(0).exitCode()).isEqualTo(137);

        Policy unwritable = Policy.high("sh").auditedBy(record -> {
            throw new IOException("disk full");
        });
        assertThrows(BackendException.class, scenario.policy(unwritable)::run);
        assertThat(broken.getSuppressed()[0]).isInstanceOf(PolicyException.class);
    }

    @Test
    void nothing_runs_if_the_audit_log_cannot_be_opened(@TempDir Path folder) throws IOException {
        AtomicInteger runs = new AtomicInteger();
        Scenario scenario = Scenario.named(
                        "x",
                        environment,
                        InProcessBackend.scripted()
                                .on("count", call -> Execution.success("" + runs.incrementAndGet()))
                                .standingInForSandbox())
                .step("a", "count");
        Path file = folder.resolve("missing/audit.jsonl");
        Scenario audited = scenario.policy(Policy.high("count").auditedBy(AuditLog.file(file)));
        assertThat(assertThrows(PolicyException.class, audited::run).what())
                .startsWith("nothing was run, because audit records cannot be stored: " + file);
        assertThat(runs.get()).isEqualTo(0);

        Files.createDirectory(folder.resolve("missing"));
        audited.run();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_output_limit_counts_characters_of_more_than_one_byte() {
        StepResult step = Scenario.named("x", environment, ProcessBackend.host())
                .step("a", "sh", "-c", "i=0; while [ $i -lt 20000 ]; do printf '日'; i=$((i+1)); done")
                .policy(Policy.medium().withOutputLimit(1000))
                .run()
                .steps()
                .get(0);
        assertThat(step.output()).isEqualTo("日".repeat(1000));
        assertThat(step.cut()).isTrue();
    }
}
