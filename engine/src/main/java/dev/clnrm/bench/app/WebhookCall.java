package dev.clnrm.bench.app;

import dev.clnrm.bench.app.Retry.Attempt;
import dev.clnrm.bench.config.Webhook;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends a result to a web address. The address is a secret, so it comes from the environment and is never printed. A message that may have
 * arrived is not sent again.
 *
 * @param webhook the recipient, and when it wants a message
 * @param environment the variables of this program
 * @param retry the number of attempts and their timeouts
 */
record WebhookCall(Webhook webhook, Map<String, String> environment, Retry retry) {
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int TOO_MANY = 429;
    private static final int SERVERS_FAULT = 500;

    /** The characters that a Teams card reads as Markdown. */
    private static final String MARKDOWN = "([\\\\`*_{}\\[\\]()#+.!~|<>-])";

    /** Sends the message if the recipient wants it. Returns the reason if it could not be sent. */
    Optional<String> tell(Notice notice) {
        if (!notice.wanted(webhook.when())) {
            return Optional.empty();
        }
        String variable = webhook.urlFrom();
        String address = environment.getOrDefault(variable, "");
        if (address.isEmpty()) {
            return Optional.of("the webhook failed: " + variable + " is not set");
        }
        try {
            URI uri = URI.create(address);
            if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
                throw new IllegalArgumentException("no web address");
            }
            return post(HttpRequest.newBuilder(uri)
                            .timeout(retry.patience())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(JsonText.lines(message(notice))))
                            .build())
                    .map(why -> "the webhook failed: " + why);
        } catch (IllegalArgumentException e) {
            return Optional.of("the webhook failed: " + variable + " is not a web address");
        }
    }

    /** Sends the request. Returns the reason if it did not arrive. */
    private Optional<String> post(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(retry.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            return retry.send(() -> attempt(client, request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Sends the request once. Only the first line of the answer is read. */
    private static Attempt attempt(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            int status = response.statusCode();
            return status >= OK && status < REDIRECTED
                    ? Attempt.SENT
                    : new Attempt("it answered " + status, status >= SERVERS_FAULT || status == TOO_MANY);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Attempt("it cannot be reached", true);
        } catch (IOException e) {
            return new Attempt("it did not answer; the message may have arrived", false);
        }
    }

    private Fields message(Notice notice) {
        Report report = notice.report();
        String title = notice.title();
        List<String> lines = notice.lines();
        return switch (webhook.shape()) {
            case JSON ->
                new Fields()
                        .with("title", title)
                        .with("status", Summary.sign(report).code())
                        .with("exit", report.exit())
                        .with("sentence", lines.get(0))
                        .each("regressed", notice.regressed().toList(), WebhookCall::fields)
                        .with("run", report.facts().folder());
            case SLACK -> new Fields().with("text", Notice.escaped("*" + title + "*\n" + String.join("\n", lines)));
            case TEAMS -> teams(title, lines);
        };
    }

    private static Fields fields(ChangeVerdict verdict) {
        return new Fields()
                .with("case", verdict.name().toString())
                .with("metric", verdict.metric())
                .with("ratio", verdict.ratio());
    }

    private static Fields teams(String title, List<String> lines) {
        List<Fields> blocks = Stream.concat(
                        Stream.of(block(title).with("weight", "Bolder").with("size", "Medium")),
                        lines.stream().map(WebhookCall::block))
                .toList();
        Fields card =
                new Fields().with("type", "AdaptiveCard").with("version", "1.4").with("body", blocks);
        return new Fields()
                .with("type", "message")
                .with(
                        "attachments",
                        List.of(new Fields()
                                .with("contentType", "application/vnd.microsoft.card.adaptive")
                                .with("content", card)));
    }

    private static Fields block(String text) {
        return new Fields()
                .with("type", "TextBlock")
                .with("text", text.replaceAll(MARKDOWN, "\\\\$1"))
                .with("wrap", true);
    }
}
