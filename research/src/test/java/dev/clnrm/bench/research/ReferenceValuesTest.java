package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of other tools against R and SciPy; {@code scripts/reference-values.sh} computes their side. */
class ReferenceValuesTest {
    private static final Values BASE = Values.of(1.00, 1.10, 0.95, 1.05);
    private static final Values HEAD = Values.of(1.20, 1.15, 1.30, 1.25);

    private static Map<String, Double> ours() {
        Map<String, Double> ours = new LinkedHashMap<>();
        Values low = Values.of(1, 2, 3);
        Values high = Values.of(4, 5, 6);
        Values same = Values.of(1, 1, 1);
        ours.put("rank sum, 3 v 3 apart, one-sided", RankSum.greater(low, high));
        ours.put("rank sum, 3 v 3 apart, two-sided", RankSum.twoSided(low, high));
        ours.put("rank sum, 4 v 4", RankSum.greater(BASE, Values.of(1.20, 1.07, 1.30, 1.25)));
        ours.put(
                "rank sum, 30 v 30 with ties, normal",
                RankSum.greater(
                        Values.of(IntStream.rangeClosed(1, 30).mapToDouble(i -> i * 37 % 101)),
                        Values.of(IntStream.rangeClosed(1, 30).mapToDouble(i -> i * 53 % 103 + 5))));
        ours.put(
                "rank sum with ties, 6 v 6", RankSum.greater(Values.of(1, 2, 2, 3, 3, 3), Values.of(2, 3, 3, 4, 4, 5)));
        ours.put("rank sum, all equal", RankSum.greater(same, same));
        ours.put("permutation, 4 v 4", Permutation.greater(BASE, HEAD));
        ours.put("permutation, 3 v 5 with ties", Permutation.greater(Values.of(1, 2, 2), Values.of(2, 3, 3, 4, 1)));
        ours.put("permutation, 3 v 3 apart", Permutation.greater(low, high));
        ours.put("permutation, no spread", Permutation.greater(same, same));
        return ours;
    }

    private static List<String[]> theirs() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ReferenceValuesTest.class.getResourceAsStream("reference-values.tsv"), "reference-values.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void ours_are_theirs() throws IOException {
        Map<String, Double> ours = ours();

        assertThat(theirs().stream().map(cells -> cells[0]).toList()).containsExactlyElementsIn(ours.keySet());
        for (String[] cells : theirs()) {
            double reference = Double.parseDouble(cells[1]);
            assertWithMessage("%s by %s", cells[0], cells[2])
                    .that(Objects.requireNonNull(ours.get(cells[0])))
                    .isWithin(1e-9 * Math.abs(reference))
                    .of(reference);
        }
    }
}
