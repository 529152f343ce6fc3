package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MutationTest {
    private static final int MUTANTS = 1000;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ": ",
        ", ",
        "\n",
        "  ",
        "\t",
        "*",
        "&a ",
        "*a",
        "- ",
        "'",
        "\"",
        "#",
        "|",
        ">",
        "-5",
        "NaN",
        "1e999",
        "%",
        "\u001b",
        "\u0000",
        "\ud83d\ude00",
        "<<",
        "!!str ",
        "---\n",
        "null",
        "~",
        "0",
        "99999999999999999999"
    };

    @Test
    void whatever_is_read_becomes_a_file_or_faults_with_places() {
        byte[] good = (Golden.text("full.yaml") + Golden.text("every-key.yaml").replaceAll("(?m)^([a-z_-]+):", "x-$1:"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] every = Golden.text("every-key.yaml").getBytes(StandardCharsets.UTF_8);
        int faulty = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] mutant = mutate(random.nextBoolean() ? good : every, random);
            try {
                BudgetsReader.read("budgets.yaml", mutant);
            } catch (DeclarationException e) {
                faulty++;
                for (Diagnostic diagnostic : e.diagnostics()) {
                    assertThat(diagnostic.place().file()).isEqualTo("budgets.yaml");
                }
                assertThat(DiagnosticRenderer.render(e.diagnostics()).replace("\n", ""))
                        .doesNotContainMatch("\\p{Cc}");
            }
        }
        assertThat(faulty).isGreaterThan(MUTANTS / 2);
        assertThat(faulty).isLessThan(MUTANTS);
    }

    private static byte[] mutate(byte[] text, SplittableRandom random) {
        byte[] mutant = text;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int from = random.nextInt(mutant.length);
            int to = Math.min(mutant.length, from + random.nextInt(random.nextInt(8) == 0 ? 200 : 6));
            byte[] piece = random.nextInt(20) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            byte[] longer = Arrays.copyOf(mutant, from + piece.length + mutant.length - to);
            System.arraycopy(piece, 0, longer, from, piece.length);
            System.arraycopy(mutant, to, longer, from + piece.length, mutant.length - to);
            mutant = longer;
        }
        return mutant;
    }
}
