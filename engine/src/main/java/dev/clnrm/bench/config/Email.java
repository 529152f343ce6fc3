package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/**
 * The e-mail notification of results.
 *
 * @param server the server that accepts the message
 * @param from the sender
 * @param to the recipients
 * @param when the results that are sent
 * @param html whether the message has an HTML part in addition to its text
 */
public record Email(Server server, String from, List<String> to, NotifyWhen when, boolean html) {
    public Email {
        to = List.copyOf(to);
    }

    /**
     * A mail server.
     *
     * @param login the login; empty if the server needs none
     */
    public record Server(String host, int port, Tls tls, Optional<Login> login) {}

    /** The environment variables that hold the user and the password. */
    public record Login(String userFrom, String passwordFrom) {}

    /** How the connection is encrypted. */
    public enum Tls {
        /** The connection starts unencrypted and is encrypted before any message is sent. */
        STARTTLS(587),
        /** The connection is encrypted from the first byte. */
        IMPLICIT(465),
        /** The connection is not encrypted: for a server on the same machine. */
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }

        /** The usual port of such servers. */
        int port() {
            return port;
        }
    }
}
