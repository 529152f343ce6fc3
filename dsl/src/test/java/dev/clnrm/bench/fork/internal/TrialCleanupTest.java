package dev.clnrm.bench.fork.internal;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.Main;

/** States are cleaned up once, even if the JVM is told to end while they are in use. */
class TrialCleanupTest {
    private static Child start(String benchmark, String shape, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "^dev.clnrm.bench.fork.internal." + shape + "$",
                "-f",
                "0",
                "-wi",
                "0",
                "-i",
                "1",
                "-bm",
                "avgt",
                "-v",
                "SILENT"));
        new CaseKey(Leavers.class.getName(), benchmark, List.of())
                .toParameters()
                .forEach((name, value) -> arguments.addAll(List.of("-p", name + "=" + value)));
        arguments.addAll(List.of(more));
        return Child.start(Main.class, arguments.toArray(String[]::new));
    }

    private static List<String> cleaned(Child child) throws Exception {
        return child.rest().stream().filter(line -> line.startsWith("clean")).toList();
    }

    @Test
    void a_shared_state_when_the_jvm_is_told_to_end() throws Exception {
        Child child = start("given", "ObjectBody.Shared.one", "-t", "2");
        child.awaitLine("running");
        child.end();
        assertThat(cleaned(child)).containsExactly("cleaned state 1");
    }

    @Test
    void the_state_of_each_thread_when_the_jvm_is_told_to_end() throws Exception {
        Child child = start("givenPerThread", "ObjectBody.PerThread.one", "-t", "2");
        child.awaitLine("running");
        child.end();
        assertThat(cleaned(child)).containsExactly("cleaned state 1", "cleaned state 2");
    }

    @Test
    void the_inputs_of_a_batch_when_the_jvm_is_told_to_end() throws Exception {
        Child child = start("givenEach", "ObjectBatch.Fresh.one", "-t", "2", "-p", "batch=3");
        child.awaitLine("running");
        child.end();
        assertThat(cleaned(child))
                .containsExactly(
                        "cleaned state 1",
                        "cleaned state 2",
                        "cleaned state 3",
                        "cleaned state 4",
                        "cleaned state 5",
                        "cleaned state 6");
    }

    @Test
    void a_state_whose_body_ends_the_jvm() throws Exception {
        Child child = start("exit", "ObjectBody.Shared.one");
        assertThat(cleaned(child)).containsExactly("cleaned state 1");
        assertThat(child.status()).isEqualTo(3);
    }

    @Test
    void a_state_whose_body_throws() throws Exception {
        Child child = start("failing", "ObjectBody.Shared.one", "-foe", "true");
        List<String> lines = child.rest();
        assertThat(lines.stream().filter(line -> line.startsWith("clean"))).containsExactly("cleaned state 1");
        assertThat(String.join("\n", lines)).contains("java.lang.IllegalStateException: as told");
        assertThat(child.status()).isNotEqualTo(0);
    }

    @Test
    void a_clean_up_that_throws_is_told() throws Exception {
        Child child = start("throwing", "ObjectBody.Shared.one", "-t", "2");
        child.awaitLine("running");
        child.end();
        assertThat(cleaned(child))
                .containsExactly("cleaned state 1", "clean-up failed: java.lang.IllegalStateException: while cleaning")
                .inOrder();
    }

    @Test
    void now_and_then_at_the_end_is_once() throws Exception {
        List<String> done = new ArrayList<>();
        TrialCleanup cleanup = new TrialCleanup();
        cleanup.now();
        cleanup.onExit(() -> done.add("cleaned"));
        cleanup.now();
        cleanup.now();
        assertThat(done).containsExactly("cleaned");
    }
}
