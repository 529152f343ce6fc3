package dev.clnrm.bench.plan;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmArgsTest {
    private static final String TOUCH = "-XX:+AlwaysPreTouch";

    @Test
    void a_heap_has_one_size_and_is_touched_before_anything_is_measured() {
        List<String> args = JvmArgs.complete(List.of("-Xmx512m"), List.of(), false);

        assertThat(args).containsAtLeast("-Xmx512m", "-Xms512m", "-XX:+UseG1GC", TOUCH);
        assertThat(JvmArgs.complete(List.of(), List.of(), false)).contains(TOUCH);
    }

    @Test
    void what_is_said_is_not_said_again() {
        List<String> said =
                List.of("-Xmx1g", "-Xms1g", "-XX:+UseSerialGC", "-XX:-AlwaysPreTouch", "-XX:-UseTransparentHugePages");

        assertThat(JvmArgs.complete(said, List.of(), false)).containsExactlyElementsIn(said);
    }

    @Test
    void a_large_heap_or_one_of_unknown_size_is_not_touched() {
        assertThat(JvmArgs.complete(List.of("-Xmx2049m"), List.of(), false)).doesNotContain(TOUCH);
        assertThat(JvmArgs.complete(List.of("-Xmx2g"), List.of(), false)).contains(TOUCH);
        assertThat(JvmArgs.complete(List.of("-Xmx2147483648"), List.of(), false))
                .contains(TOUCH);
        assertThat(JvmArgs.complete(List.of("-Xmx1t"), List.of(), false)).doesNotContain(TOUCH);
        assertThat(JvmArgs.complete(List.of("-XX:MaxRAMPercentage=50"), List.of(), false))
                .doesNotContain(TOUCH);
    }

    @Test
    void every_way_to_give_the_size_of_the_heap_is_respected() {
        assertThat(JvmArgs.complete(List.of("-XX:MaxHeapSize=64m"), List.of(), false))
                .containsAtLeast("-XX:MaxHeapSize=64m", "-Xms64m");
        for (String size : List.of("-XX:MaxHeapSize=64m", "-XX:MaxRAM=512m", "-XX:MaxRAMFraction=8")) {
            assertWithMessage(size)
                    .that(sizes("-Xmx", JvmArgs.complete(List.of(size), List.of(), false)))
                    .isEmpty();
        }
        for (String size : List.of("-XX:InitialHeapSize=64m", "-XX:MinHeapSize=64m", "-XX:InitialRAMPercentage=1")) {
            assertWithMessage(size)
                    .that(sizes("-Xms", JvmArgs.complete(List.of(size), List.of(), false)))
                    .isEmpty();
        }
    }

    @Test
    void a_heap_is_never_smaller_than_it_is_at_first() {
        List<String> args = JvmArgs.complete(List.of(), List.of("-Xms2g"), false);

        assertThat(sizes("-Xmx", args)).containsExactly("-Xmx2g");
        assertThat(sizes("-Xms", args)).containsExactly("-Xms2g");
        assertThat(JvmArgs.complete(List.of("-XX:InitialHeapSize=3g"), List.of(), false))
                .contains("-Xmx3g");
        assertThat(JvmArgs.complete(List.of("-Xms1m"), List.of(), false)).doesNotContain("-Xmx1m");
        assertThat(JvmArgs.complete(List.of("-Xmx4g", "-Xms2g"), List.of(), false))
                .doesNotContain("-Xmx2g");
    }

    private static List<String> sizes(String option, List<String> args) {
        return args.stream().filter(arg -> arg.startsWith(option)).toList();
    }

    @Test
    void cases_that_share_a_jvm_are_compiled_early() {
        String scaling = "-XX:CompileThresholdScaling=0.25";

        assertThat(JvmArgs.complete(List.of(), List.of(), true)).contains(scaling);
        assertThat(JvmArgs.complete(List.of(), List.of(), false)).doesNotContain(scaling);
        assertThat(JvmArgs.complete(List.of("-XX:CompileThresholdScaling=1"), List.of(), true))
                .doesNotContain(scaling);
    }
}
