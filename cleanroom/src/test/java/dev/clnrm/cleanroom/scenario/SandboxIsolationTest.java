package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.backend.Processes;
import dev.clnrm.cleanroom.backend.SandboxBackend;
import dev.clnrm.cleanroom.policy.AuditRecord;
import dev.clnrm.cleanroom.policy.Policy;
import dev.clnrm.cleanroom.scenario.StepResult.End;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that try to escape from the sandbox; what each of them reached is printed and asserted. */
class SandboxIsolationTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @BeforeEach
    void needsBubblewrap() {
        assumeTrue(SandboxBackend.isAvailable(), "bubblewrap is not installed, or cannot isolate here");
    }

    @AfterEach
    void close() {
        environment.close();
    }

    private StepResult run(String label, String script) {
        return run(label, script, Duration.ofSeconds(20));
    }

    private StepResult run(String label, String script, Duration timeout) {
        StepResult step = Scenario.named("escape", environment, SandboxBackend.find())
                .step(label, "bash", "-c", script)
                .policy(Policy.high("bash"))
                .timeout(timeout)
                .run()
                .steps()
                .get(0);
        System.out.println("sandbox: " + label + ": " + step.end() + ", exit code " + step.exitCode() + ", got: "
                + (step.output() + step.errorOutput()).strip().replace("\n", " | "));
        return step;
    }

    @Test
    void a_socket_reaches_neither_the_network_nor_this_machine() throws Exception {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "/dev/tcp/127.0.0.1/" + here.getLocalPort();
            StepResult own = run("connect to a port of this machine", "echo x > " + address);
            assertThat(own.exitCode()).isEqualTo(1);
            assertThat(own.errorOutput()).contains("Connection refused");

            StepResult far = run("connect to the internet", "echo x > /dev/tcp/1.1.1.1/53");
            assertThat(far.exitCode()).isEqualTo(1);
            assertThat(far.errorOutput()).contains("Network is unreachable");

            StepResult devices = run("list network devices", "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '");
            assertThat(devices.output()).isEqualTo("lo\n");
        }
    }

    @Test
    void what_is_written_outside_is_refused_and_what_is_written_inside_stays_there() throws Exception {
        Path outside = Files.createTempDirectory("outside").toRealPath();
        Path project = Path.of("").toAbsolutePath();
        try {
            StepResult step = run(
                    "write outside its directory",
                    "for f in /escaped /etc/escaped /usr/escaped /var/tmp/escaped " + project + "/escaped; do"
                            + " (echo x > $f) 2>/dev/null && echo wrote $f; done; ls " + outside
                            + " 2>/dev/null; echo x > /tmp/clnrm-inside && echo x > here && pwd");
            assertThat(step.output()).isEqualTo("/tmp/step\n");
            for (String file : List.of(
                    "/escaped",
                    "/etc/escaped",
                    "/usr/escaped",
                    "/var/tmp/escaped",
                    project + "/escaped",
                    "/tmp/clnrm-inside")) {
                assertWithMessage(file).that(new File(file).exists()).isFalse();
            }
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void a_file_that_fills_the_memory_meets_a_limit() {
        StepResult step = run("write 100 MiB to /tmp", "head -c 104857600 /dev/zero > /tmp/big; stat -c %s /tmp/big");
        assertThat(step.errorOutput()).contains("No space left on device");
        assertThat(Long.parseLong(step.output().strip())).isAtMost(64L << 20);
    }

    @Test
    void a_secret_of_this_process_is_not_in_its_environment_nor_in_another_process() throws Exception {
        Process holder =
                new ProcessBuilder("sleep", "60").directory(new File("/")).start();
        try {
            long pid = ProcessHandle.current().pid();
            StepResult step = run(
                    "read a secret from the environment",
                    "env | cut -d= -f1 | sort | tr '\\n' ' '; cat /proc/" + pid + "/environ /proc/" + holder.pid()
                            + "/environ 2>/dev/null | wc -c; cat /etc/shadow 2>/dev/null | wc -c; ls -A /root /home /run");
            assertThat(step.output())
                    .isEqualTo("CLNRM_STEP HOME LANG PATH PWD SHLVL TMPDIR TZ _ 0\n0\n/home:\n\n/root:\n\n/run:\n");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void it_sees_no_process_but_its_own_and_has_no_rights_of_root() {
        StepResult step = run(
                "look for other processes and rights",
                "ls /proc | grep -c '^[0-9]'; grep CapEff /proc/self/status | cut -f2;"
                        + " mount -t tmpfs none /mnt 2>/dev/null && echo mounted; kill -9 1 && echo still here");
        List<String> lines = step.output().lines().toList();
        assertThat(Integer.parseInt(lines.get(0))).isAtMost(6);
        assertThat(lines.get(1)).isEqualTo("0000000000000000");
        assertThat(lines).doesNotContain("mounted");
    }

    @Test
    void what_forks_and_outlives_its_time_is_gone_with_the_step() throws Exception {
        StepResult step = run(
                "fork and outlive its timeout",
                "(setsid sleep 4712.1 >/dev/null 2>&1 &); (env -i sleep 4712.1 &); sleep 4712.1 & echo forked; wait; sleep 4712.1",
                Duration.ofSeconds(3));
        assertThat(step.end()).isEqualTo(End.TIMED_OUT);
        assertThat(step.exitCode()).isEqualTo(137);
        assertThat(step.output()).isEqualTo("forked\n");
        assertThat(step.duration()).isAtLeast(Duration.ofSeconds(3));
        List<String> left = Processes.linesHolding("sleep 4712.1");
        System.out.println("sandbox: processes left by it: " + left.size());
        assertThat(left).isEmpty();
    }

    @Test
    void what_forks_and_exits_in_time_leaves_nothing_either() throws Exception {
        StepResult step = run("leave a daemon behind", "(setsid sleep 4712.2 >/dev/null 2>&1 </dev/null &); echo done");
        assertThat(step.output()).isEqualTo("done\n");
        assertThat(Processes.linesHolding("sleep 4712.2")).isEmpty();
    }

    @Test
    void the_audit_records_of_one_scenario_say_what_became_of_it() {
        ScenarioResult result = Scenario.named("audited", environment, SandboxBackend.find())
                .step("greet", "bash", "-c", "echo hello")
                .step("log in", "bash", "-c", "echo logged in with token=swordfish")
                .step("hang", "sleep", "4712.3")
                .step("never", "bash", "-c", "echo never")
                .policy(Policy.high("bash", "sleep").withStepTime(Duration.ofSeconds(3)))
                .run();
        result.audit().forEach(record -> System.out.println("audit: " + record.toJson()));

        assertThat(result.steps().get(1).output()).isEqualTo("logged in with token=[redacted]\n");
        assertThat(result.audit()).hasSize(3);
        assertThat(result.audit().stream().map(AuditRecord::decision))
                .containsExactly(AuditRecord.Decision.RAN, AuditRecord.Decision.RAN, AuditRecord.Decision.ENDED)
                .inOrder();
        assertThat(result.audit().get(1).command())
                .containsExactly("bash", "-c", "echo logged in with token=[redacted]")
                .inOrder();
    }
}
