package dev.clnrm.bench.author;

import static com.google.common.truth.Truth.assertThat;

import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler finds a wrong unit, a lost result and an incomplete declaration, at the place marked by «. */
class MustNotCompileTest {
    private static final int LINE = 7;
    private static final String BEFORE = """
            import static dev.clnrm.bench.dsl.Bench.*;

            final class Author {
                static void nothing() {}

                final Object said =
            """;

    private static Javac compile(String sentence) {
        return Javac.compile("Author", BEFORE + sentence + ";\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmark('x').measure(() -> 'y').time(atMost(micros(1)))",
                "benchmark('x').measure(() -> 'y').time(atMost(micros(1)).critical(millis(1)).percentile(99))",
                "benchmark('x').measure(() -> 'y').time(within(percent(5)).ofBase().alert(percent(20)))",
                "benchmark('x').measure(() -> 'y').time(change().alert(percent(20)))",
                "benchmark('x').measure(() -> 'y').allocation(atMost(bytes(512)).critical(kibibytes(1)))",
                "benchmark('x').measure(() -> null)",
                "benchmark('x').measure(() -> { throw new java.io.IOException(); })",
                "benchmark('x').measureInt(() -> 1)",
                "benchmark('x').measureInto(blackhole -> nothing())",
                "benchmark('x').measureAsync(() -> java.util.concurrent.CompletableFuture.completedFuture('y'))",
                "benchmark('x').given(() -> 'state').tearDown((Object s) -> {}).measure(s -> s.length())",
                "benchmark('x').givenEach(() -> 'state').batch(8).measure(String::length)",
                "benchmark('x').over('n', 1, 2).measureInt(n -> n + 1)",
                "benchmark('x').over('n', 1, 2).over('s', 'a').measureInt((n, s) -> n + s.length())",
                "benchmark('x').over('n', 1, 2).given(n -> 'state' + n).measureInt((s, n) -> s.length() + n)",
                "benchmark('x').over('a', 1).over('b', 2).over('c', 3).measureInt(p -> p.integer('b'))",
                "suite('x').measuredBy(forks(1, 2).iterations(20, millis(100)))",
                "suite('x').laws(ratio('a', 'b').atLeast(10), efficiency('a', 'n').at(50).atLeast(percent(300)))",
                "suite('x').laws(ratio('a', 'b').atLeast(10).label('pays'))",
                "benchmark('x').measure(() -> 'y').label('Y').time(atMost(java.time.Duration.ofMillis(1)))",
                "atMost(java.time.Duration.ofMillis(1)).critical(duration(java.time.Duration.ofMillis(2)))",
                "forks(1, 2).warmup(atMost(java.time.Duration.ofSeconds(2)))",
                "forks(1, 2).warmup(3, java.time.Duration.ofMillis(100)).iterations(20, java.time.Duration.ofMillis(100))",
                "ratio(benchmark('a').measure(() -> 1), benchmark('b').measure(() -> 2)).atLeast(10)",
                "exponent(benchmark('a').over('n', 1, 2).measure(n -> n), 'n').within(0.9, 1.1)",
                "efficiency(benchmark('a').over('n', 1, 2).measure(n -> n), 'n').at(2).atLeast(percent(150))",
                "overhead(benchmark('a').measure(() -> 1), benchmark('b').measure(() -> 2)).atMost(percent(5))",
                "benchmark('a').measure(() -> 1).name()"
            })
    void what_is_right_compiles(String sentence) {
        assertThat(compile(sentence.replace('\'', '"')).errors()).isEmpty();
    }

    @Test
    void an_author_may_import_all_words_of_jmh_beside_all_of_these() {
        Javac result = Javac.compile("Author", """
                import static dev.clnrm.bench.dsl.Bench.*;

                import dev.clnrm.bench.dsl.*;
                import org.openjdk.jmh.annotations.*;

                public class Author implements BenchmarkSuite {
                    @Benchmark
                    public int annotated() {
                        return 1;
                    }

                    @Override
                    public Suite declare() {
                        return suite("x").benchmarks(jmh(Author.class, "annotated"));
                    }
                }
                """);

        assertThat(result.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A limit of one quantity on another.
                "cant.apply.symbols | benchmark('x').measure(() -> 'y')«.time(atMost(bytes(512)))",
                "cant.apply.symbols | benchmark('x').measure(() -> 'y')«.allocation(atMost(micros(1)))",
                "prob.found.req | benchmark('x').measure(() -> 'y').time(atMost(micros(1)).critical(bytes«(1)))",
                "prob.found.req | benchmark('x').measure(() -> 'y').allocation(atMost(bytes(1)).critical(micros«(1)))",
                "cant.apply.symbols | forks(1, 2)«.iterations(20, bytes(1))",
                "prob.found.req | forks(1, 2)«.warmup(atMost(bytes(1)))",
                "prob.found.req | within(seconds«(1))",
                // What only the tool itself may call.
                "not.def.public.cant.access | benchmark('x').measure(() -> 'y')«.spec()",
                "not.def.public.cant.access | benchmark('x').measure(() -> 'y')«.code()",
                "not.def.public.cant.access | suite('x')«.spec()",
                "cant.resolve.location.args | benchmark('x')«.draft()",
                "cant.resolve.location.args | benchmark('x').given(() -> 1)«.draft()",
                "cant.resolve.location.args | ratio('a', 'b').atLeast(10)«.called('pays')",
                // A number without its unit, or with a unit where none is allowed.
                "cant.apply.symbols | benchmark('x').measure(() -> 'y')«.time(200)",
                "cant.apply.symbols | benchmark('x').measure(() -> 'y')«.time(micros(200))",
                "cant.apply.symbols | «atMost(200)",
                "prob.found.req | ratio('a', 'b').atLeast(percent«(300))",
                "prob.found.req | efficiency('a', 'n').at(50).atLeast(«3)",
                // A body whose result would be lost.
                "prob.found.req | benchmark('x').measure(«() -> {})",
                "prob.found.req | benchmark('x').measure(() -> nothing«())",
                "prob.found.req | benchmark('x').measure(«Author::nothing)",
                "prob.found.req | benchmark('x').given(() -> 'state').measure(«s -> { s.length(); })",
                "prob.found.req | benchmark('x').measureInto(() -> nothing«())",
                "prob.found.req | benchmark('x').measureInt(() -> «1L)",
                "prob.found.req | benchmark('x').measureLong(() -> «1.0)",
                "prob.found.req | benchmark('x').measureAsync(() -> «'y')",
                // Arguments that do not exist, or that have another type.
                "prob.found.req | benchmark('x').measure(«s -> s)",
                "prob.found.req | benchmark('x').given(() -> 'state').measure(«() -> 'y')",
                "prob.found.req | benchmark('x').given(() -> 'state').measure(«(Integer s) -> s)",
                "prob.found.req | benchmark('x').given(() -> 'state').tearDown(«(Integer s) -> {})",
                "cant.resolve.location.args | benchmark('x').over('n', 1).given(n -> 's').measureInt((s, n) -> n«.length())",
                // An incomplete declaration, or clauses that do not belong together.
                "cant.apply.symbol | suite('x')«.benchmarks(benchmark('y'))",
                "cant.apply.symbol | suite('x')«.benchmarks(benchmark('y').over('n', 1))",
                "cant.apply.symbol | suite('x')«.laws(ratio('a', 'b'))",
                "cant.apply.symbol | suite('x')«.laws(efficiency('a', 'n').at(50))",
                "cant.resolve.location.args | efficiency('a', 'n')«.atLeast(percent(300))",
                "cant.apply.symbols | benchmark('x').measure(() -> 'y')«.time(within(percent(5)))",
                "cant.resolve.location.args | benchmark('x')«.time(atMost(micros(1)))",
                "cant.resolve.location.args | benchmark('x')«.batch(8)",
                "cant.resolve.location.args | benchmark('x').over('n', 1)«.tearDown(n -> {})",
                "cant.resolve.location.args | benchmark('x').given(() -> 1)«.given(() -> 2)",
                "cant.resolve.location.args | benchmark('x').measure(() -> 1)«.measure(() -> 2)"
            })
    void what_is_wrong_does_not(String code, String sentence) {
        String text = sentence.replace('\'', '"');
        int at = text.indexOf('«');

        Javac result = compile(text.replace("«", ""));

        assertThat(result.errors()).hasSize(1);
        Diagnostic<?> error = result.errors().get(0);
        assertThat(error.getCode()).isEqualTo("compiler.err." + code);
        assertThat(error.getLineNumber()).isEqualTo(LINE);
        assertThat(error.getColumnNumber()).isEqualTo(at + 1);
    }
}
