package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.Email;
import dev.clnrm.bench.config.NotifyWhen;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Reports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;

class EmailDeliveryTest {
    private static final Retry QUICK = new Retry(3, Duration.ofMillis(1), Duration.ofMillis(1_500));
    private static final String NOT_SENT = "the e-mail is not sent: ";

    private static MailServer.Certificate certificate;

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        certificate = MailServer.Certificate.make(folder);
    }

    private static Email email(int port, Email.Tls tls, boolean html) {
        return new Email(
                new Email.Server(
                        tls == Email.Tls.NONE ? "127.0.0.1" : "localhost",
                        port,
                        tls,
                        tls == Email.Tls.NONE
                                ? Optional.empty()
                                : Optional.of(new Email.Login("MAIL_USER", "MAIL_PASS"))),
                "bench@example.org",
                List.of("team@example.org", "lead@example.org"),
                NotifyWhen.REGRESSED,
                html);
    }

    private static Optional<String> tell(Email email, Report report) {
        return tell(email, report, MailServer.PASSWORD);
    }

    private static Optional<String> tell(Email email, Report report, String password) {
        return new EmailDelivery(
                        email,
                        Map.of("MAIL_USER", MailServer.USER, "MAIL_PASS", password),
                        QUICK,
                        Map.of("mail.smtp.ssl.socketFactory", certificate.trust()))
                .tell(new Notice(report));
    }

    @Test
    void a_regression_is_told_once_to_everybody() {
        try (MailServer server = MailServer.open()) {
            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.regressed()))
                    .isEmpty();

            assertThat(server.recipients)
                    .containsExactly("team@example.org", "lead@example.org")
                    .inOrder();
            assertThat(server.got).hasSize(1);
            String message = server.got.get(0);
            assertThat(message).contains("From: bench@example.org");
            assertThat(message).contains("Auto-Submitted: auto-generated");
            assertThat(message).containsMatch("Message-ID: <[0-9a-f-]{36}@example.org>");
            assertThat(message).contains(Reports.SLOWER);
            assertThat(message).contains("Content-Type: text/plain; charset=UTF-8");
        }
    }

    @Test
    void beside_the_text_there_may_be_html_in_which_no_name_is_markup() {
        try (MailServer server = MailServer.open()) {
            assertThat(tell(email(server.port(), Email.Tls.NONE, true), Reports.regressed()))
                    .isEmpty();

            String message = server.got.get(0);
            assertThat(message).contains("multipart/alternative");
            String html = message.substring(message.indexOf("text/html"));
            assertThat(html).contains("&lt;!here&gt;");
            assertThat(html).doesNotContain("<!here>");
        }
    }

    @Test
    void what_did_not_regress_is_told_only_if_it_is_wanted() {
        try (MailServer server = MailServer.open()) {
            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.ok()))
                    .isEmpty();
            assertThat(server.got).isEmpty();
        }
    }

    @Test
    void a_password_goes_over_a_connection_that_is_encrypted_before_it_is_said() {
        try (MailServer server = MailServer.startTls(certificate.server())) {
            assertThat(tell(email(server.port(), Email.Tls.STARTTLS, false), Reports.regressed()))
                    .isEmpty();
            assertThat(server.got).hasSize(1);
        }
    }

    @Test
    void a_password_goes_over_a_connection_that_is_encrypted_from_the_first_byte() {
        try (MailServer server = MailServer.implicitTls(certificate.server())) {
            assertThat(tell(email(server.port(), Email.Tls.IMPLICIT, false), Reports.regressed()))
                    .isEmpty();
            assertThat(server.got).hasSize(1);
        }
    }

    @Test
    void a_server_that_cannot_encrypt_gets_no_password() {
        try (MailServer server = MailServer.open()) {
            assertThat(tell(email(server.port(), Email.Tls.STARTTLS, false), Reports.regressed()))
                    .hasValue(NOT_SENT + "no encrypted connection to the server can be made");
            assertThat(server.recipients).isEmpty();
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_no_password() {
        try (MailServer server = MailServer.implicitTls(certificate.server())) {
            Optional<String> why = new EmailDelivery(
                            email(server.port(), Email.Tls.IMPLICIT, false),
                            Map.of("MAIL_USER", MailServer.USER, "MAIL_PASS", MailServer.PASSWORD),
                            QUICK,
                            Map.of())
                    .tell(new Notice(Reports.regressed()));

            assertThat(why).hasValue(NOT_SENT + "no encrypted connection to the server can be made");
            assertThat(server.got).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_neither_tried_again_nor_told() {
        try (MailServer server = MailServer.startTls(certificate.server())) {
            assertThat(tell(email(server.port(), Email.Tls.STARTTLS, false), Reports.regressed(), "tr0ut"))
                    .hasValue(NOT_SENT + "the server refused the user or the password");
            assertThat(server.got).isEmpty();
        }
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        Optional<String> why = new EmailDelivery(email(1, Email.Tls.STARTTLS, false), Map.of("MAIL_USER", "x"))
                .tell(new Notice(Reports.regressed()));

        assertThat(why).hasValue(NOT_SENT + "MAIL_PASS is not set");
    }

    @Test
    void a_server_that_is_busy_is_asked_three_times() {
        try (MailServer server = MailServer.open()) {
            server.answers.addAll(List.of(new RejectException(451, "later"), new RejectException(452, "later")));
            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.regressed()))
                    .isEmpty();
            assertThat(server.got).hasSize(1);

            server.answers.addAll(List.of(
                    new RejectException(451, "later"),
                    new RejectException(451, "later"),
                    new RejectException(451, "later")));
            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.regressed()))
                    .hasValue(NOT_SENT + "the server answered 451");
            assertThat(server.got).hasSize(1);
        }
    }

    @Test
    void what_the_server_refuses_is_not_tried_again() {
        try (MailServer server = MailServer.open()) {
            server.answers.add(new RejectException(554, "spam"));

            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.regressed()))
                    .hasValue(NOT_SENT + "the server answered 554");
            assertThat(server.got).isEmpty();
        }
    }

    @Test
    void a_server_that_takes_the_message_and_does_not_answer_is_not_told_twice() {
        try (MailServer server = MailServer.open()) {
            server.silence = 3_000;

            assertThat(tell(email(server.port(), Email.Tls.NONE, false), Reports.regressed()))
                    .hasValue(NOT_SENT + "the server did not answer; the message may have been sent");
            assertThat(server.got).hasSize(1);
        }
    }

    @Test
    void a_server_that_says_nothing_does_not_hold_up_the_run() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();
            assertThat(tell(email(silent.getLocalPort(), Email.Tls.NONE, false), Reports.regressed()))
                    .hasValue(NOT_SENT + "the server did not answer");
            assertThat(System.nanoTime() - begin)
                    .isLessThan(Duration.ofSeconds(12).toNanos());
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_without_its_answer() {
        assertThat(tell(email(1, Email.Tls.NONE, false), Reports.regressed()))
                .hasValue(NOT_SENT + "the server cannot be reached");
    }
}
