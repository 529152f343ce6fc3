package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertWithMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedJdksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "17; 17",
                "1.8; 17",
                "21; 21",
                "[11,12),[25,26); 25",
                "[17,21]; 17",
                "(17,); 21",
                "[1.8.0-1,); 17",
                "[21]; 21",
                "(,22); 17",
                "[8,17); 0",
                "[22,24); 0",
                "x; 0",
                "; 0"
            })
    void takes_the_oldest_with_long_term_support(@Nullable String ranges, int feature) {
        assertWithMessage(ranges)
                .that(new AllowedJdks(ranges == null ? "" : ranges)
                        .oldestSupported()
                        .orElse(0))
                .isEqualTo(feature);
    }
}
