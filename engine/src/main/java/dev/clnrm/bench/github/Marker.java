package dev.clnrm.bench.github;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two hidden lines at the start of a message, with its key and the result it is about.
 *
 * @param key the message's key
 * @param order the order of the result
 * @param rank how bad its news is
 * @param commit the measured commit
 */
record Marker(String key, Order order, int rank, String commit) {
    private static final Pattern LINES = Pattern.compile(
            "\\A<!-- clnrm-bench:(" + Message.KEY + ") -->\\r?\\n"
                    + "<!-- run=(\\d{1,18}) attempt=(\\d{1,9}) rank=(\\d{1,2}) commit=([0-9a-f]{0,64})(?: job=([0-9a-f]{8}))? -->");

    static Marker of(Message message) {
        return new Marker(message.key(), message.order(), message.rank(), message.commit());
    }

    String text() {
        return "<!-- clnrm-bench:" + key + " -->\n<!-- run=" + order.run() + " attempt=" + order.attempt() + " rank="
                + rank + " commit=" + commit + (order.job().isEmpty() ? "" : " job=" + order.job()) + " -->";
    }

    /** The marker at the start of a body. */
    static Optional<Marker> in(String body) {
        Matcher lines = LINES.matcher(body);
        return lines.find()
                ? Optional.of(new Marker(
                        lines.group(1),
                        new Order(
                                Long.parseLong(lines.group(2)),
                                Integer.parseInt(lines.group(3)),
                                Objects.requireNonNullElse(lines.group(6), "")),
                        Integer.parseInt(lines.group(4)),
                        lines.group(5)))
                : Optional.empty();
    }
}
