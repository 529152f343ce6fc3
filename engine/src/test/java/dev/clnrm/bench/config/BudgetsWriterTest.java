package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BudgetsWriterTest {
    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_written_reads_back_the_same(long seed) throws DeclarationException {
        BudgetsFile file = new RandomFiles(seed).file();
        String text = BudgetsWriter.write(file);
        assertWithMessage(text).that(Placeless.of(BudgetsReaderTest.read(text))).isEqualTo(Placeless.of(file));
    }

    @Test
    void what_is_written_fits_the_schema() {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(Schema.text());
        for (long seed = 0; seed < 20; seed++) {
            String text = BudgetsWriter.write(new RandomFiles(seed).file());
            assertWithMessage(text).that(schema.validate(JsonTree.of(text))).isEmpty();
        }
    }

    @Test
    void rules_and_laws_of_one_name_are_all_written() throws DeclarationException {
        BudgetsFile file = BudgetsReaderTest.read(
                "budgets: {a: 1 us}\nperformance_budgets: {a: 2 B}\nlaws: {l: {ratio: [a, b], at least: 2 x}}");
        List<LawRule> twice = List.of(file.laws().get(0), file.laws().get(0));
        BudgetsFile more = new BudgetsFile(
                file.text(),
                file.suites(),
                file.build(),
                file.measure(),
                file.changes(),
                file.budgets(),
                twice,
                file.waivers(),
                file.hooks(),
                List.of());
        BudgetsFile back = BudgetsReaderTest.read(BudgetsWriter.write(more));
        assertThat(back.laws().stream().map(rule -> rule.law().name())).containsExactly("l", "l (2)");
        assertThat(back.budgets()).hasSize(1);
        assertThat(back.budgets().get(0).budget().time()).isPresent();
        assertThat(back.budgets().get(0).budget().allocation()).isPresent();
    }

    @Test
    void writes_as_people_do() throws DeclarationException {
        String text = """
                # yaml-language-server: $schema=https://clnrm.dev/bench/budgets-1.schema.json
                version: 1
                suites:
                  cleanroom: {classpath: benches.jar, suite: dev.clnrm.CleanroomSuite}
                measure:
                  forks: {min: 3, max: 10}
                  warmup: adaptive, at most 2 s
                  iterations: 20 x 100 ms
                  confidence: 95 %
                  jvm-args: [-Xmx1g]
                tolerance: {below 10 us: 10 %, else: 3 %}
                budgets:
                  cleanroom/cleanroom_creation: 200 us
                  cleanroom/reuse:
                    time: {at most: 5 us, critical: 20 us, percentile: p99}
                    allocation: at most 512 B
                    change: {tolerance: 5 %, alert: 20 %}
                    because: every test pays it
                  memory/*: {allocation: within 1 % of base}
                laws:
                  container reuse pays:
                    ratio: [cleanroom/first, cleanroom/reuse]
                    at least: 10 x
                """;
        assertThat(BudgetsWriter.write(BudgetsReaderTest.read(text))).isEqualTo(text);
    }
}
