package dev.clnrm.bench.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** One request at a time, each with an end: an answer, a time-out, or GitHub's wish to be left alone. */
final class Connection implements GitHubConnector {
    /** Larger answers than the largest page of comments are not GitHub's. */
    private static final int LARGEST = 32 << 20;

    private final HttpClient client;
    private final Duration longest;

    /**
     * A connection.
     *
     * @param longest how long an answer may take
     */
    Connection(Duration longest) {
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .connectTimeout(longest)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(request.url().toString())).timeout(longest);
        request.allHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        if (request.hasBody()) {
            try (InputStream in = Objects.requireNonNull(request.body())) {
                body = HttpRequest.BodyPublishers.ofByteArray(in.readAllBytes());
            }
            builder.header(
                    "Content-Type", Optional.ofNullable(request.contentType()).orElse("application/json"));
        }
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(
                    builder.method(request.method(), body).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        byte[] content;
        try (InputStream in = answer.body()) {
            content = in.readNBytes(LARGEST);
        }
        Optional<Duration> wait = wait(answer);
        if (wait.isPresent()) {
            throw new Busy(wait.get());
        }
        return new Answer(request, answer.statusCode(), answer.headers().map(), content);
    }

    /** The limits of GitHub: a number of seconds, or an hour's requests used up. */
    private static Optional<Duration> wait(HttpResponse<?> answer) {
        if (answer.statusCode() != 403 && answer.statusCode() != 429) {
            return Optional.empty();
        }
        Optional<Long> after = answer.headers().firstValue("Retry-After").flatMap(Connection::number);
        if (after.isPresent()) {
            return after.map(Duration::ofSeconds);
        }
        if (answer.headers()
                .firstValue("X-RateLimit-Remaining")
                .filter("0"::equals)
                .isEmpty()) {
            return Optional.empty();
        }
        return answer.headers()
                .firstValue("X-RateLimit-Reset")
                .flatMap(Connection::number)
                .map(reset -> Duration.between(Instant.now(), Instant.ofEpochSecond(reset)))
                .map(left -> left.isNegative() ? Duration.ofSeconds(1) : left);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** An answer read to its end. */
    private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {
        private final byte[] content;

        Answer(GitHubConnectorRequest request, int status, Map<String, List<String>> headers, byte[] content) {
            super(request, status, headers);
            this.content = content;
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
