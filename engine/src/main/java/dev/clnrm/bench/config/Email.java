package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/**
 * People who are told of results by e-mail.
 *
 * @param server who takes the message
 * @param from its sender
 * @param to who gets it
 * @param when of which results
 * @param html whether the message has a part of HTML beside its text
 */
public record Email(Server server, String from, List<String> to, NotifyWhen when, boolean html) {
    public Email {
        to = List.copyOf(to);
    }

    /**
     * A mail server.
     *
     * @param login absent if it takes messages from anybody
     */
    public record Server(String host, int port, Tls tls, Optional<Login> login) {}

    /** The environment variables that hold the user and the password. */
    public record Login(String userFrom, String passwordFrom) {}

    /** How the connection is encrypted. */
    public enum Tls {
        /** It begins readable and is encrypted before anything is said. */
        STARTTLS(587),
        /** From its first byte. */
        IMPLICIT(465),
        /** Not at all: for a server on the same machine. */
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }

        /** Where such servers usually listen. */
        int port() {
            return port;
        }
    }
}
