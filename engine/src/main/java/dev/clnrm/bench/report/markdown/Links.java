package dev.clnrm.bench.report.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links for a reader on GitHub. Only web addresses become links.
 *
 * @param report the HTML report
 * @param run the workflow run that measured
 * @param base the commit compared against
 * @param head the commit compared
 */
public record Links(Optional<String> report, Optional<String> run, Optional<String> base, Optional<String> head) {
    public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&',;=%+-]{1,2000}");
    private static final Pattern COMMIT = Pattern.compile(".*/commit/([0-9a-f]{7})[0-9a-f]*");

    /** {@code text} as a link; plain text if {@code address} is not a web address. */
    static String link(String text, Optional<String> address) {
        return address.filter(a -> ADDRESS.matcher(a).matches())
                .map(a -> "[" + text + "](" + a + ")")
                .orElse(text);
    }

    /** The short name of the commit in an address. */
    static Optional<String> commit(Optional<String> address) {
        return address.map(COMMIT::matcher).filter(Matcher::matches).map(m -> m.group(1));
    }
}
