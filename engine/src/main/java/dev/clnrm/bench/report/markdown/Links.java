package dev.clnrm.bench.report.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reader of GitHub can go from here. Only addresses of the web are linked.
 *
 * @param report the HTML report
 * @param run the run that measured
 * @param base the commit compared against
 * @param head the commit compared
 */
public record Links(Optional<String> report, Optional<String> run, Optional<String> base, Optional<String> head) {
    /** Nowhere. */
    public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&',;=%+-]{1,2000}");
    private static final Pattern COMMIT = Pattern.compile(".*/commit/([0-9a-f]{7})[0-9a-f]*");

    /** {@code text} as a link, or as it is if {@code address} is none. */
    static String link(String text, Optional<String> address) {
        return address.filter(a -> ADDRESS.matcher(a).matches())
                .map(a -> "[" + text + "](" + a + ")")
                .orElse(text);
    }

    /** The short name of the commit an address names. */
    static Optional<String> commit(Optional<String> address) {
        return address.map(COMMIT::matcher).filter(Matcher::matches).map(m -> m.group(1));
    }
}
