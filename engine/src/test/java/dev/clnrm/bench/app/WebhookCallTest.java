package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clnrm.bench.config.NotifyWhen;
import dev.clnrm.bench.config.Webhook;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Reports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookCallTest {
    private static final Retry QUICK = new Retry(3, Duration.ofMillis(1), Duration.ofMillis(500));

    private final List<String> got = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Integer> answers = new ArrayDeque<>();
    private volatile Duration silence = Duration.ZERO;
    private volatile boolean endless;
    private HttpServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
    }

    private void answer(HttpExchange exchange) throws IOException {
        got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            Thread.sleep(silence.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.pop(), endless ? 0 : -1);
        exchange.getResponseBody().flush();
        if (!endless) {
            exchange.close();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Optional<String> tell(NotifyWhen when, Webhook.Shape shape, Report report) {
        return new WebhookCall(new Webhook("HOOK", when, shape), Map.of("HOOK", address), QUICK)
                .tell(new Notice(report));
    }

    private JsonNode message(Webhook.Shape shape) throws IOException {
        assertThat(tell(NotifyWhen.REGRESSED, shape, Reports.regressed())).isEmpty();
        assertThat(got).hasSize(1);
        return new ObjectMapper().readTree(got.get(0));
    }

    @Test
    void a_regression_is_told_once() throws Exception {
        JsonNode json = message(Webhook.Shape.JSON);

        assertThat(json.get("status").asText()).isEqualTo("regressed");
        assertThat(json.get("exit").asInt()).isEqualTo(1);
        assertThat(json.get("regressed").get(0).get("case").asText()).isEqualTo(Reports.SLOWER);
    }

    @Test
    void slack_gets_one_text_in_which_no_name_is_a_command() throws Exception {
        String text = message(Webhook.Shape.SLACK).get("text").asText();

        assertThat(text).contains("&lt;!here&gt;");
        assertThat(text).doesNotContain("<");
    }

    @Test
    void teams_gets_a_card_in_which_no_name_is_markup() throws Exception {
        JsonNode card = message(Webhook.Shape.TEAMS).get("attachments").get(0);

        assertThat(card.get("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.get("content").get("body").toString()).contains("\\\\<\\\\!here\\\\>");
    }

    @Test
    void what_did_not_regress_is_told_only_if_it_is_wanted() {
        assertThat(tell(NotifyWhen.REGRESSED, Webhook.Shape.JSON, Reports.ok())).isEmpty();
        assertThat(tell(NotifyWhen.CHANGED, Webhook.Shape.JSON, Reports.ok())).isEmpty();
        assertThat(got).isEmpty();

        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok())).isEmpty();
        assertThat(got).hasSize(1);
    }

    @Test
    void a_server_that_is_in_trouble_is_asked_three_times() {
        answers.addAll(List.of(503, 429));
        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok())).isEmpty();
        assertThat(got).hasSize(3);

        answers.addAll(List.of(500, 500, 500));
        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok()))
                .hasValue("the webhook failed: it answered 500");
        assertThat(got).hasSize(6);
    }

    @Test
    void what_the_server_refuses_is_not_tried_again() {
        answers.add(404);

        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok()))
                .hasValue("the webhook failed: it answered 404");
        assertThat(got).hasSize(1);
    }

    @Test
    void a_server_that_takes_the_message_and_does_not_answer_in_time_is_not_told_twice() {
        silence = Duration.ofSeconds(2);

        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok()))
                .hasValue("the webhook failed: it did not answer; the message may have arrived");
        assertThat(got).hasSize(1);
    }

    @Test
    void an_answer_without_end_does_not_hold_up_the_run() {
        endless = true;

        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok())).isEmpty();
        assertThat(got).hasSize(1);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_and_its_address_is_not_told() throws Exception {
        server.stop(0);

        assertThat(tell(NotifyWhen.ALWAYS, Webhook.Shape.JSON, Reports.ok()))
                .hasValue("the webhook failed: it cannot be reached");
    }

    @Test
    void the_address_is_in_no_message() {
        WebhookCall unset =
                new WebhookCall(new Webhook("HOOK", NotifyWhen.ALWAYS, Webhook.Shape.JSON), Map.of(), QUICK);
        WebhookCall wrong = new WebhookCall(
                new Webhook("HOOK", NotifyWhen.ALWAYS, Webhook.Shape.JSON),
                Map.of("HOOK", "file:///etc/secret"),
                QUICK);

        assertThat(unset.tell(new Notice(Reports.ok()))).hasValue("the webhook failed: HOOK is not set");
        assertThat(wrong.tell(new Notice(Reports.ok()))).hasValue("the webhook failed: HOOK is not a web address");
    }
}
