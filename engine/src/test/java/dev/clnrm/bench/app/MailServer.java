package dev.clnrm.bench.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on this machine that keeps what it gets. */
final class MailServer implements AutoCloseable {
    static final String USER = "bench";
    static final String PASSWORD = "swordfish";

    /** Messages as they came. */
    final List<String> got = Collections.synchronizedList(new ArrayList<>());

    /** Who they were for. */
    final List<String> recipients = Collections.synchronizedList(new ArrayList<>());

    /** Answers to the next messages; then all are taken. */
    final Deque<RejectException> answers = new ArrayDeque<>();

    /** How long it waits before it answers a message it has taken, in milliseconds. */
    volatile long silence;

    private final SMTPServer server;

    private MailServer(SMTPServer.Builder builder) {
        this.server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(this::handler)
                .build();
        server.start();
    }

    /** One that everybody may use. */
    static MailServer open() {
        return new MailServer(SMTPServer.port(0));
    }

    /** One that encrypts before anything is said, and asks for a password. */
    static MailServer startTls(SSLContext context) {
        return new MailServer(SMTPServer.port(0)
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(context)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(MailServer::login)));
    }

    /** One that encrypts from the first byte, and asks for a password. */
    static MailServer implicitTls(SSLContext context) {
        return new MailServer(SMTPServer.port(0)
                .serverSocketFactory(context)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(MailServer::login)));
    }

    private static void login(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            @Override
            public void from(String from) {}

            @Override
            public void recipient(String recipient) {
                recipients.add(recipient);
            }

            @Override
            public String data(InputStream data) throws IOException, RejectException {
                String message = new String(data.readAllBytes(), StandardCharsets.UTF_8);
                RejectException answer = answers.poll();
                if (answer != null) {
                    throw answer;
                }
                got.add(message);
                try {
                    Thread.sleep(silence);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return "kept";
            }

            @Override
            public void done() {}
        };
    }

    @Override
    public void close() {
        server.stop();
    }

    /** A certificate for this machine that nobody has signed. */
    record Certificate(SSLContext server, SSLSocketFactory trust) {
        static Certificate make(Path folder) throws GeneralSecurityException, IOException, InterruptedException {
            Path store = folder.resolve("mail.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "mail",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString())
                    .inheritIO()
                    .start();
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("no certificate could be made");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(own.getKeyManagers(), null, null);
            SSLContext client = SSLContext.getInstance("TLS");
            client.init(null, trusted.getTrustManagers(), null);
            return new Certificate(server, client.getSocketFactory());
        }
    }
}
