package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clnrm.cleanroom.intelligence.LanguageModel.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaModelTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final HttpServer server;

    OllamaModelTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The action of the server after it has read the question. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private OllamaModel model(Answer answer) {
        server.createContext("/api/generate", exchange -> {
            try (exchange) {
                asked.set(exchange.getRequestMethod() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                answer.give(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return OllamaModel.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "small");
    }

    private OllamaModel saying(int status, String body) {
        return model(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private static String reason(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Silence.class);
        return ((Reply.Silence) reply).reason();
    }

    @Test
    void the_prompt_goes_out_and_the_words_come_back() {
        OllamaModel model = saying(200, """
                {"model": "small", "created_at": "2026-01-01T00:00:00Z", "context": [1, [2], {"response": "inner"}],
                 "response": " It \\"flips\\",\\nsee \\u00e9\\/\\t. ", "done": true, "eval": -1.5e3, "none": null}
                """);

        assertThat(model.ask("why \"so\"?\n\uD83D\uDE80é")).isEqualTo(new Reply.Words("It \"flips\",\nsee é/\t."));
        assertThat(asked.get())
                .isEqualTo(
                        "POST {\"model\":\"small\",\"prompt\":\"why \\\"so\\\"?\\u000a\\ud83d\\ude80é\",\"stream\":false}");
    }

    @Test
    void a_status_other_than_200_is_told() {
        assertThat(reason(saying(404, "{\"error\":\"model not found\"}").ask("?")))
                .matches("model small at http://127\\.0\\.0\\.1:\\d+/api/generate: it answers with status 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>no</html>",
                "{",
                "{\"response\":",
                "{\"response\":\"",
                "{\"response\":\"\\",
                "{\"response\":\"\\u12\"}",
                "{\"response\":\"\\uzzzz\"}",
                "{\"response\":\"\\x\"}",
                "{\"response\":7}",
                "{\"response\":\"  \"}",
                "{\"response\":\"a\"} trailing",
                "{\"response\":\"a\" \"b\":1}",
                "[\"response\"]",
                "{\"answer\":\"a\"}",
                "{\"a\":}",
                "\u0000\uFFFF"
            })
    void garbage_is_silence(String body) {
        assertThat(reason(saying(200, body).ask("?"))).endsWith("its answer has no text under `response`");
    }

    @Test
    void nesting_without_end_is_silence() {
        assertThat(reason(saying(200, "{\"a\":" + "[".repeat(60_000)).ask("?")))
                .endsWith("its answer has no text under `response`");
    }

    @Test
    void an_answer_without_end_is_given_up() {
        OllamaModel model = model(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = "a".repeat(4096).getBytes(StandardCharsets.UTF_8);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(more);
            }
        });
        assertThat(reason(model.ask("?"))).endsWith("its answer is longer than 65536 bytes");
    }

    @Test
    void a_server_that_does_not_answer_is_left() {
        OllamaModel model = model(exchange -> end.await());
        assertThat(reason(model.within(SHORT).ask("?"))).endsWith("no answer in 200 ms");
    }

    @Test
    void a_server_that_stops_in_the_middle_of_its_answer_is_left() {
        OllamaModel model = model(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            end.await();
        });
        assertThat(reason(model.within(SHORT).ask("?"))).endsWith("no answer in 200 ms");
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        OllamaModel model = saying(200, "{}");
        server.stop(0);
        assertThat(reason(model.ask("?"))).contains("it cannot be reached");
    }

    @Test
    void an_interrupted_thread_gets_silence_and_stays_interrupted() {
        OllamaModel model = model(exchange -> end.await());
        Thread.currentThread().interrupt();
        assertThat(reason(model.ask("?"))).endsWith("the wait was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434", "ftp://localhost", "/api", "http:///x"})
    void an_address_that_is_none_is_refused_at_once(String address) {
        assertThrows(IllegalArgumentException.class, () -> OllamaModel.at(URI.create(address), "small"));
    }

    @Test
    void the_service_answers_with_the_figures_whether_the_model_speaks_or_not(@TempDir Path folder) {
        OllamaModel model = saying(200, "{\"response\":\"Mend it.\"}");
        AiIntelligenceService silent = AiIntelligenceService.at(folder.resolve("executions.db"));
        var handle = silent.start();
        silent.storeAll(Given.outcomes("orders", "ppppppppppf"));
        Insight without = silent.insight("orders").orElseThrow();
        assertThat(without.reply()).isEqualTo(new Reply.Silence("no language model was given"));
        assertThat(silent.insight("other").isPresent()).isFalse();
        silent.stop(handle);

        AiIntelligenceService speaking = silent.withLanguageModel(model);
        handle = speaking.start();
        Insight with = speaking.insight("orders").orElseThrow();
        speaking.stop(handle);
        assertThat(with)
                .isEqualTo(new Insight(
                        without.prediction(), without.duration(), without.memory(), new Reply.Words("Mend it.")));
        assertThat(asked.get()).contains("test: orders\\u000aexecutions: 11, failed: 1, the last one failed");
        assertThat(asked.get()).doesNotContain("expected 3");

        AiIntelligenceService broken = silent.withLanguageModel(prompt -> {
            throw new IllegalStateException("out of order");
        });
        handle = broken.start();
        assertThat(broken.insight("orders").orElseThrow().reply())
                .isEqualTo(new Reply.Silence("the language model threw java.lang.IllegalStateException: out of order"));
        broken.stop(handle);
    }
}
