package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.measure.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformNamesTest {
    private static final RunManifest LINUX = run("AMD EPYC 7763", "Linux 6.8.0", "amd64", "17.0.15", "Debian");
    private static final RunManifest ARM = run("unknown processor", "Linux 6.8.0", "aarch64", "17.0.15", "Debian");
    private static final RunManifest MAC = run("unknown processor", "Mac OS X 14.5", "aarch64", "17.0.15", "Debian");
    private static final RunManifest WINDOWS =
            run("AMD EPYC 7763", "Windows Server 2022 10.0", "amd64", "17.0.15", "Debian");
    private static final RunManifest LATER = run("AMD EPYC 7763", "Linux 6.8.0", "amd64", "25.0.1", "Debian");

    private static RunManifest run(String cpu, String system, String architecture, String jdk, String vendor) {
        CaseFacts facts = new CaseFacts(
                "s/one",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CaseFacts.Java("/jdk", jdk, vendor)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return RunManifest.begin(
                Instant.EPOCH,
                SampleRun.REQUEST,
                SampleRun.CODE,
                Optional.of(new Fingerprint(cpu, 4, 1L << 34, system, architecture, true)),
                PlannedCases.of(List.of(facts)),
                Optional.empty());
    }

    private static List<String> names(RunManifest... runs) {
        return PlatformNames.of(List.of(runs));
    }

    @Test
    void a_platform_is_named_by_what_tells_it_from_the_others() {
        assertThat(names(LINUX, ARM)).containsExactly("x86-64", "arm64").inOrder();
        assertThat(names(LINUX, LATER)).containsExactly("JDK 17", "JDK 25").inOrder();
        assertThat(names(LINUX, MAC, WINDOWS))
                .containsExactly("Linux", "macOS", "Windows Server")
                .inOrder();
        assertThat(names(LINUX, ARM, LATER))
                .containsExactly("x86-64, JDK 17", "arm64, JDK 17", "x86-64, JDK 25")
                .inOrder();
        assertThat(names(LINUX, ARM, MAC))
                .containsExactly("Linux, x86-64", "Linux, arm64", "macOS, arm64")
                .inOrder();
    }

    @Test
    void of_the_jdk_no_more_is_said_than_tells_the_runs_apart() {
        RunManifest newer = run("AMD EPYC 7763", "Linux 6.8.0", "amd64", "17.0.16", "Debian");
        RunManifest other = run("AMD EPYC 7763", "Linux 6.8.0", "amd64", "17.0.15", "GraalVM");
        assertThat(names(LINUX, newer)).containsExactly("JDK 17.0.15", "JDK 17.0.16");
        assertThat(names(LINUX, other)).containsExactly("Debian", "GraalVM");
    }

    @Test
    void another_processor_is_another_platform_but_another_kernel_is_not() {
        RunManifest intel = run("Intel Xeon", "Linux 6.8.0", "amd64", "17.0.15", "Debian");
        RunManifest kernel = run("AMD EPYC 7763", "Linux 6.9.1", "amd64", "17.0.15", "Debian");
        assertThat(names(LINUX, intel)).containsExactly("AMD EPYC 7763", "Intel Xeon");
        assertThat(names(LINUX, kernel).get(0)).isEqualTo(names(LINUX, kernel).get(1));
    }

    @Test
    void what_is_alone_or_twice_the_same_is_named_by_all_that_it_is() {
        assertThat(names(ARM)).containsExactly("Linux, arm64, JDK 17.0.15");
        assertThat(names(LINUX, LINUX)).containsExactly("Linux, x86-64, JDK 17.0.15", "Linux, x86-64, JDK 17.0.15");
        assertThat(names(SampleRun.begun(Instant.EPOCH)))
                .containsExactly("unknown system, unknown architecture, unknown JDK");
    }
}
