package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the notifications of results. */
final class NotifyReader {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,255}");
    private static final int MOST_PORT = 65_535;

    private NotifyReader() {}

    static Optional<Webhook> webhook(Entry entry) {
        Mapping keys = entry.mapping();
        Optional<Entry> url = keys.get("url");
        if (url.isPresent()) {
            url.get()
                    .fault(
                            "a webhook's address is a secret and does not belong in a file",
                            "keep it in an environment variable and name that with `url-from`");
            return Optional.empty();
        }
        keys.only(Section.WEBHOOK);
        return Optional.of(new Webhook(
                variable(keys.need("url-from", "`webhook`", "the name of an environment variable"), "the address"),
                when(keys),
                keys.get("as").map(as -> as.word(Webhook.Shape.values())).orElse(Webhook.Shape.JSON)));
    }

    static Optional<Email> email(Entry entry) {
        Mapping keys = entry.mapping();
        Optional<Entry> secret = Stream.of("user", "password")
                .flatMap(key -> keys.get(key).stream())
                .findFirst();
        if (secret.isPresent()) {
            secret.get()
                    .fault(
                            "user and password of a mail server are secrets and do not belong in a file",
                            "keep them in environment variables and name those with `user-from` and `password-from`");
            return Optional.empty();
        }
        keys.only(Section.EMAIL);
        return Optional.of(new Email(
                server(keys),
                address(keys.need("from", "`email`", "an address like `bench@example.org`")),
                recipients(keys.need("to", "`email`")),
                when(keys),
                keys.get("as")
                        .map(as -> as.word(List.of("text", "html"), word -> word))
                        .filter("html"::equals)
                        .isPresent()));
    }

    private static Email.Server server(Mapping keys) {
        Text host = keys.need("host", "`email`", "the name of a mail server");
        if (!HOST.matcher(host.value()).matches()) {
            host.fault("this is not the name of a server", "write it like `smtp.example.org`");
        }
        Email.Tls tls =
                keys.get("tls").map(entry -> entry.word(Email.Tls.values())).orElse(Email.Tls.STARTTLS);
        Optional<Email.Login> login = login(keys);
        if (tls == Email.Tls.NONE && login.isPresent()) {
            keys.get("tls")
                    .ifPresent(entry -> entry.fault(
                            "without TLS anybody on the way can read the password",
                            "use `starttls` or `implicit`, or leave out `user-from` and `password-from`"));
        }
        int port = keys.get("port").map(NotifyReader::port).orElse(tls.port());
        return new Email.Server(host.value(), port, tls, login);
    }

    private static int port(Entry entry) {
        Cursor cursor = new Cursor(entry.text("a number"));
        Amount port = cursor.whole("a port", 1, MOST_PORT);
        cursor.end("");
        return (int) port.value();
    }

    private static Optional<Email.Login> login(Mapping keys) {
        if (!keys.has("user-from") && !keys.has("password-from")) {
            return Optional.empty();
        }
        String wanted = "the name of an environment variable";
        return Optional.of(new Email.Login(
                variable(keys.need("user-from", "an `email` with a password", wanted), "the user"),
                variable(keys.need("password-from", "an `email` with a user", wanted), "the password")));
    }

    private static List<String> recipients(Entry to) {
        List<Text> all = to.texts("an address");
        if (all.isEmpty() && to.value() instanceof Node.Items) {
            to.fault("`to` is empty", "name at least one address");
        }
        return all.stream().map(NotifyReader::address).toList();
    }

    /** An address of plain characters only, so that nothing in it can start another header or recipient. */
    private static String address(Text text) {
        if (!ADDRESS.matcher(text.value()).matches()) {
            text.fault("this is not an e-mail address", "write it like `team@example.org`");
        }
        return text.value();
    }

    private static NotifyWhen when(Mapping keys) {
        return keys.get("when").map(when -> when.word(NotifyWhen.values())).orElse(NotifyWhen.REGRESSED);
    }

    private static String variable(Text from, String what) {
        if (!MeasureReader.VARIABLE.matcher(from.value()).matches()) {
            from.fault(
                    "this is not the name of an environment variable",
                    "keep " + what + " in an environment variable and name that");
        }
        return from.value();
    }
}
