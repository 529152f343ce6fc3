package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Webhook;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a web address of a result. The address is a secret: it is read from the environment and never printed.
 *
 * @param webhook who is told, of what
 * @param environment the variables this program sees
 * @param pause the time between two attempts
 */
record WebhookCall(Webhook webhook, Map<String, String> environment, Duration pause) {
    /** Between two attempts of a real call. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int TOO_MANY = 429;
    private static final int SERVERS_FAULT = 500;

    /** Regressions a message names; the report has all. */
    private static final int MOST = 5;

    /** Characters that Slack reads as more than text. */
    private static final Map<String, String> SLACK = Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;");

    /** Characters that a card of Teams reads as Markdown. */
    private static final String MARKDOWN = "([\\\\`*_{}\\[\\]()#+.!~|<>-])";

    /** Tells it, if it wants to know; gives why it could not be told. */
    Optional<String> tell(Report report) {
        if (!wanted(report)) {
            return Optional.empty();
        }
        String variable = webhook.urlFrom();
        String address = environment.getOrDefault(variable, "");
        if (address.isEmpty()) {
            return Optional.of("the webhook is not told: " + variable + " is not set");
        }
        try {
            URI uri = URI.create(address);
            if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
                throw new IllegalArgumentException("no web address");
            }
            return post(HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonText.lines(message(report))))
                    .build());
        } catch (IllegalArgumentException e) {
            return Optional.of("the webhook is not told: " + variable + " holds no web address");
        }
    }

    private boolean wanted(Report report) {
        boolean worse = report.exit() == ExitStatus.OVER_BUDGET;
        return switch (webhook.when()) {
            case REGRESSED -> worse;
            case CHANGED -> worse || !report.found(Finding.IMPROVED).isEmpty();
            case ALWAYS -> true;
        };
    }

    private Optional<String> post(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (attempt > 0) {
                    Thread.sleep(pause.toMillis());
                }
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status >= OK && status < REDIRECTED) {
                    return Optional.empty();
                }
                last = "it answered " + status;
                if (status < SERVERS_FAULT && status != TOO_MANY) {
                    break;
                }
            } catch (IOException e) {
                last = "it did not answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("the webhook is not told: interrupted");
            }
        }
        return Optional.of("the webhook is not told: " + last);
    }

    private Fields message(Report report) {
        String title = Summary.title(report);
        List<String> lines = Stream.concat(
                        Stream.of(Summary.sentence(report)),
                        regressed(report)
                                .map(verdict -> Inert.name(verdict.name()) + "  "
                                        + ChangeText.whole(verdict).orElse("")))
                .toList();
        return switch (webhook.shape()) {
            case JSON ->
                new Fields()
                        .with("title", title)
                        .with("status", Summary.sign(report).code())
                        .with("exit", report.exit())
                        .with("sentence", lines.get(0))
                        .each("regressed", regressed(report).toList(), WebhookCall::fields)
                        .with("run", report.facts().folder());
            case SLACK -> new Fields().with("text", slack("*" + title + "*\n" + String.join("\n", lines)));
            case TEAMS -> teams(title, lines);
        };
    }

    private static Stream<ChangeVerdict> regressed(Report report) {
        return report.found(Finding.REGRESSED).stream().limit(MOST);
    }

    private static Fields fields(ChangeVerdict verdict) {
        return new Fields()
                .with("case", verdict.name().toString())
                .with("metric", verdict.metric())
                .with("ratio", verdict.ratio());
    }

    private static String slack(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .mapToObj(Character::toString)
                .forEach(character -> out.append(SLACK.getOrDefault(character, character)));
        return out.toString();
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
