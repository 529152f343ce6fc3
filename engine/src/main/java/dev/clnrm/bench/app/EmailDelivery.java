package dev.clnrm.bench.app;

import dev.clnrm.bench.app.Retry.Attempt;
import dev.clnrm.bench.config.Email;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Sends a result by e-mail. The user and the password come from the environment. They are never printed, and neither are the server's
 * answers. A message that the server may have accepted is not sent again.
 *
 * @param email the recipients, and when they want a message
 * @param environment the variables of this program
 * @param retry the number of attempts and their timeouts
 * @param further properties for the connection, in addition to those set here
 */
record EmailDelivery(Email email, Map<String, String> environment, Retry retry, Map<String, Object> further) {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String UNSURE = "the server did not answer; the message may have been sent";

    /** The first digit of answers that ask to try again later: 400 to 499. */
    private static final int LATER = 4;

    private static final int HUNDRED = 100;

    /** The number of steps in a delivery that wait for an answer. */
    private static final int STEPS = 6;

    EmailDelivery(Email email, Map<String, String> environment) {
        this(email, environment, Retry.USUAL, Map.of());
    }

    /** Sends the message if the recipients want it. Returns the reason if it could not be sent. */
    Optional<String> tell(Notice notice) {
        if (!notice.wanted(email.when())) {
            return Optional.empty();
        }
        return unset().map(variable -> variable + " is not set")
                .or(() -> inTime(notice))
                .map(why -> "the e-mail is not sent: " + why);
    }

    private Optional<String> unset() {
        return email.server().login().stream()
                .flatMap(login -> Stream.of(login.userFrom(), login.passwordFrom()))
                .filter(variable -> value(variable).isEmpty())
                .findFirst();
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** Sends the message with a time limit, so that a very slow server does not delay the end of a run. */
    private Optional<String> inTime(Notice notice) {
        FutureTask<Optional<String>> sending = new FutureTask<>(() -> send(notice));
        Thread thread = new Thread(sending, "e-mail");
        thread.setDaemon(true);
        thread.start();
        try {
            return sending.get(retry.patience().toMillis() * STEPS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            return Optional.of(UNSURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<String> send(Notice notice) throws MessagingException, InterruptedException {
        Session session = Session.getInstance(properties());
        MimeMessage message = message(session, notice);
        return retry.send(() -> attempt(session, message));
    }

    private Attempt attempt(Session session, MimeMessage message) {
        Email.Server server = email.server();
        String user = server.login().map(login -> value(login.userFrom())).orElse("");
        String password =
                server.login().map(login -> value(login.passwordFrom())).orElse("");
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), "", user, password));
        try {
            if (server.login().isPresent()) {
                transport.connect(server.host(), server.port(), user, password);
            } else {
                transport.connect();
            }
            return deliver(transport, message);
        } catch (AuthenticationFailedException e) {
            return new Attempt("the server refused the user or the password", false);
        } catch (MailConnectException e) {
            return new Attempt("the server cannot be reached", true);
        } catch (MessagingException e) {
            int code = transport.getLastReturnCode();
            if (code / HUNDRED >= LATER) {
                return answered(code);
            }
            return e.getCause() instanceof SSLException || e.getCause() == null
                    ? new Attempt("no encrypted connection to the server can be made", false)
                    : new Attempt("the server did not answer", true);
        } finally {
            close(transport);
        }
    }

    /** Sends the message to the server. Only an error code proves that the server did not accept it. */
    private static Attempt deliver(SMTPTransport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Attempt.SENT;
        } catch (MessagingException e) {
            int code = transport.getLastReturnCode();
            return code / HUNDRED >= LATER ? answered(code) : new Attempt(UNSURE, false);
        }
    }

    private static Attempt answered(int code) {
        return new Attempt("the server answered " + code, code / HUNDRED == LATER);
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            return; // it is already known whether the message was sent
        }
    }

    private Properties properties() {
        String millis = Long.toString(retry.patience().toMillis());
        String tls = Boolean.toString(email.server().tls() == Email.Tls.STARTTLS);
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "mail.smtp.host", email.server().host(),
                "mail.smtp.port", Integer.toString(email.server().port()),
                "mail.smtp.localhost", domain(),
                "mail.smtp.auth", Boolean.toString(email.server().login().isPresent()),
                "mail.smtp.connectiontimeout", millis,
                "mail.smtp.timeout", millis,
                "mail.smtp.writetimeout", millis));
        properties.putAll(Map.of(
                "mail.smtp.starttls.enable",
                tls,
                "mail.smtp.starttls.required",
                tls,
                "mail.smtp.ssl.enable",
                Boolean.toString(email.server().tls() == Email.Tls.IMPLICIT),
                "mail.smtp.ssl.checkserveridentity",
                "true"));
        properties.putAll(further);
        return properties;
    }

    private String domain() {
        return email.from().substring(email.from().indexOf('@') + 1);
    }

    private MimeMessage message(Session session, Notice notice) throws MessagingException {
        String id = "<" + UUID.randomUUID() + "@" + domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            /** Sets an ID without the name of this machine. All attempts use the same ID. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress(email.from(), true));
        for (String to : email.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(notice.title(), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (email.html()) {
            message.setContent(
                    new MimeMultipart("alternative", part(text(notice), "plain"), part(html(notice), "html")));
        } else {
            message.setText(text(notice), UTF_8);
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static String text(Notice notice) {
        String lines = String.join("\n", notice.lines());
        return notice.report()
                        .facts()
                        .folder()
                        .map(folder -> lines + "\n\nStored in " + folder)
                        .orElse(lines) + "\n";
    }

    private static String html(Notice notice) {
        List<String> lines = notice.lines();
        String cases = lines.stream()
                .skip(1)
                .map(line -> "<li>" + Notice.escaped(line) + "</li>")
                .collect(Collectors.joining());
        return "<p><b>" + Notice.escaped(notice.title()) + "</b></p><p>" + Notice.escaped(lines.get(0)) + "</p>"
                + (cases.isEmpty() ? "" : "<ul>" + cases + "</ul>")
                + notice.report()
                        .facts()
                        .folder()
                        .map(folder -> "<p>Stored in " + Notice.escaped(folder) + "</p>")
                        .orElse("");
    }
}
