package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.plan.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the limits of a JVM for the size of a method. */
final class SizeLimitsTest {
    /** As JDK 17 prints them. */
    private static final List<String> PRINTED = List.of(
            "[Global flags]",
            "     bool DontCompileHugeMethods                   = true                                  {product} {default}",
            "     intx FreqInlineSize                           = 325                                {C2 product} {default}",
            "     intx MaxInlineSize                            = 35                                 {C2 product} {default}");

    @Test
    void the_largest_limit_that_was_crossed_is_named() {
        SizeLimits limits = SizeLimits.printed(PRINTED);

        assertThat(limits.crossed(35, 36)).hasValue(SizeLimit.INLINE);
        assertThat(limits.crossed(30, 326)).hasValue(SizeLimit.FREQUENT);
        assertThat(limits.crossed(325, 8_001)).hasValue(SizeLimit.COMPILE);
        assertThat(limits.bytes(SizeLimit.COMPILE)).isEqualTo(8_000);
        assertThat(limits.crossed(36, 325)).isEmpty();
        assertThat(limits.crossed(400, 300)).isEmpty();
    }

    @Test
    void what_is_not_said_is_no_limit() {
        assertThat(SizeLimits.printed(List.of()).limits()).isEmpty();
        assertThat(SizeLimits.printed(List.of(
                                "intx MaxInlineSize := 20 {product}", "bool DontCompileHugeMethods = false {product}"))
                        .limits())
                .containsExactly(SizeLimit.INLINE, 20);
        assertThat(SizeLimits.printed(
                                List.of("intx MaxInlineSize = 35 {product}", "bool UseJVMCICompiler = true {product}"))
                        .limits())
                .isEmpty();
    }

    @Test
    void a_jvm_is_asked_with_the_arguments_of_its_forks() throws Exception {
        Launch launch = new Launch(
                new ClassPath(List.of()),
                Jvm.own(),
                List.of("-XX:FreqInlineSize=100", "-Dno=matter", "-XX:-DontCompileHugeMethods"),
                List.of(),
                Path.of("").toAbsolutePath(),
                "1.37");

        assertThat(SizeLimits.of(launch, Map.of()).limits())
                .containsExactly(SizeLimit.INLINE, 35, SizeLimit.FREQUENT, 100);
    }
}
