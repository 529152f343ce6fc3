package dev.clnrm.cleanroom.intelligence;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A language model behind an HTTP endpoint like Ollama's: {@code POST /api/generate} with a model's name and a prompt; the answer
 * is an object with the text in {@code response}. Safe for concurrent use.
 *
 * <p>The time limit applies to each question, from the connection to the last byte. An answer can have up to {@value #MOST_BYTES}
 * bytes.
 */
public final class OllamaModel implements LanguageModel {
    /** The longest answer, some ten thousand words: more than anyone reads about a test. */
    public static final int MOST_BYTES = 65_536;

    /**
     * The default time limit. A model on the same machine answers with a few sentences in seconds; a longer wait would only block
     * the build.
     */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    private static final int OK = 200;

    private final URI endpoint;
    private final String model;
    private final Duration limit;
    private final HttpClient client;

    private OllamaModel(URI endpoint, String model, Duration limit) {
        this.endpoint = endpoint;
        this.model = model;
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
    }

    /**
     * A model with this name, for example {@code llama3}, on this server, for example {@code http://localhost:11434}.
     *
     * @throws IllegalArgumentException if the address is not an HTTP address
     */
    public static OllamaModel at(URI server, String model) {
        if (server.getHost() == null || !("http".equals(server.getScheme()) || "https".equals(server.getScheme()))) {
            throw new IllegalArgumentException(
                    "'" + server + "' is not the address of a model; use one like http://localhost:11434");
        }
        return new OllamaModel(server.resolve("/api/generate"), model, DEFAULT_LIMIT);
    }

    /**
     * The same with another time limit.
     *
     * @param most above zero
     */
    public OllamaModel within(Duration most) {
        if (most.isZero() || most.isNegative()) {
            throw new IllegalArgumentException("a limit of " + most + "; an answer takes time");
        }
        return new OllamaModel(endpoint, model, most);
    }

    @Override
    public Reply ask(String prompt) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":" + Json.quoted(model) + ",\"prompt\":" + Json.quoted(prompt)
                                + ",\"stream\":false}",
                        StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<Optional<String>>> answer =
                client.sendAsync(request, head -> new LimitedText(MOST_BYTES));
        try {
            return reply(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return silence("no answer in " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            return silence("it cannot be reached: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silence("the wait was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private Reply reply(HttpResponse<Optional<String>> response) {
        if (response.statusCode() != OK) {
            return silence("it answers with status " + response.statusCode());
        }
        if (response.body().isEmpty()) {
            return silence("its answer is longer than " + MOST_BYTES + " bytes");
        }
        Optional<String> text = response.body().flatMap(body -> Json.member(body, "response"));
        return text.isEmpty() || text.get().isBlank()
                ? silence("its answer has no text under `response`")
                : new Reply.Words(text.get().strip());
    }

    private Reply silence(String reason) {
        return new Reply.Silence("model " + model + " at " + endpoint + ": " + reason);
    }
}
