package dev.clnrm.cleanroom.policy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from text. Immutable and safe for concurrent use.
 *
 * <p>It recognises the given texts, and texts with the form of a secret: the value of an assignment or header whose name
 * indicates a secret ({@code password=…}, {@code "api_key": "…"}, {@code Authorization: …}), tokens with the prefixes that their
 * issuers document (GitHub, GitLab, Slack, AWS, signed JSON), and private keys in PEM. It does not recognise a secret that was
 * encoded or split.
 */
public final class Redactor {
    /** The replacement of a secret. */
    public static final String REDACTED = "[redacted]";

    /** The shortest secret: a shorter text would occur in ordinary words. */
    public static final int SHORTEST = 4;

    /** Recognises only the forms of secrets. */
    public static final Redactor STANDARD = new Redactor(List.of());

    /**
     * The longest secret that is recognised at the end of a cut output: a private key of 8,192 bits in PEM has about 6,400
     * characters.
     */
    static final int LONGEST = 8192;

    private static final String NAME =
            "(?:passwords?|passwd(?=\\h*+=|\\s{0,4}+=)|secrets?|tokens?|api[_-]?keys?|access[_-]?keys?|private[_-]?keys?|credentials?)";

    /** Blanks around the sign of an assignment: any number in a line, or a few with line breaks. */
    private static final String SPACE = "(?:\\h*+|\\s{0,4}+)";

    /** A value in quotes, in which a backslash escapes the next character. Its last quote may be missing. */
    private static final String QUOTED =
            "(?:\"(?:[^\"\\\\\\r\\n]++|\\\\[^\\r\\n]?+)++\"?+|'(?:[^'\\\\\\r\\n]++|\\\\[^\\r\\n]?+)++'?+)";

    /**
     * The forms of secrets. A quantifier without a bound is possessive or takes characters that no other match begins with, so
     * that even hostile text costs a bounded time per character.
     */
    private static final Pattern SHAPES = Pattern.compile(String.join(
            "|",
            "-----BEGIN [A-Z ]*+(?<=PRIVATE KEY)-----"
                    + "(?<pem>(?s:.{0,8192}?)-----END [A-Z ]*+(?<=PRIVATE KEY)-----|(?s:.{0,8192})[\\w+/=\\\\\\s]*+)",
            "(?i:authorization)(?:[\"']" + SPACE + ":" + SPACE + "(?<credentials>" + QUOTED + ")" + "|[\"']?+" + SPACE
                    + ":" + SPACE + "(?<header>[^\\r\\n]++))",
            "(?i:" + NAME + "[\"']?+" + SPACE + "[=:]" + SPACE + ")" + "(?<value>" + QUOTED
                    + "|(?:(?i:bearer|basic)\\h++)?[^\\s\"',;&]++)",
            "(?<token>\\b(?:gh[pousr]_[A-Za-z0-9]{20,}+|github_pat_\\w{20,}+|glpat-[\\w-]{16,}+"
                    + "|xox[abprs]-[\\w-]{10,}+|(?:AKIA|ASIA)[A-Z0-9]{16,}+))"));

    private static final List<String> GROUPS = List.of("pem", "credentials", "header", "value", "token");

    /**
     * Signed JSON. It takes each word that begins like one, so that none is read twice; the secret is one with a rest. The last
     * part may be missing at the end of a cut text.
     */
    private static final Pattern SIGNED =
            Pattern.compile("\\beyJ(?:[\\w-]{8,}+(?<rest>\\.[\\w-]{8,}+(?:\\.[\\w-]*+|\\z))|[\\w-]++)");

    private final List<String> secrets;
    private final @Nullable Pattern told;

    private Redactor(List<String> secrets) {
        this.secrets = secrets;
        this.told = secrets.isEmpty()
                ? null
                : Pattern.compile(secrets.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /**
     * Also recognises these texts.
     *
     * @throws IllegalArgumentException if one is shorter than {@link #SHORTEST} or longer than 8,192 characters
     */
    public Redactor with(List<String> more) {
        for (String secret : more) {
            if (secret.length() < SHORTEST || secret.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a secret of " + secret.length() + " characters; it takes from " + SHORTEST + " to " + LONGEST);
            }
        }
        return new Redactor(Stream.concat(secrets.stream(), more.stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** How many characters around an end it must see to recognise a secret across the end. */
    public int longest() {
        return LONGEST;
    }

    /** The texts without their secrets. */
    public List<String> redactAll(List<String> texts) {
        for (String text : texts) {
            if (told != null || mayHoldShapes(text)) {
                return texts.stream().map(this::redact).toList();
            }
        }
        return texts;
    }

    /** The text without its secrets. */
    public String redact(String text) {
        return redact(text, Integer.MAX_VALUE);
    }

    /**
     * The first characters of the text without their secrets. A secret that begins before the end and continues after it is
     * removed completely, so that cutting never leaves a part of one.
     *
     * @param end how many characters of the text count, from 0
     */
    public String redact(String text, int end) {
        int length = Math.min(end, text.length());
        boolean shapes = mayHoldShapes(text);
        if (told == null && !shapes) {
            return text.substring(0, length);
        }
        BitSet hidden = new BitSet();
        if (told != null) {
            for (Matcher matcher = told.matcher(text); matcher.find(); ) {
                hidden.set(matcher.start(), matcher.end());
            }
        }
        if (shapes) {
            for (Matcher matcher = SHAPES.matcher(text); matcher.find(); ) {
                for (String group : GROUPS) {
                    if (matcher.start(group) >= 0) {
                        hidden.set(matcher.start(group), matcher.end(group));
                    }
                }
            }
            if (text.contains("eyJ")) {
                for (Matcher matcher = SIGNED.matcher(text); matcher.find(); ) {
                    if (matcher.start("rest") >= 0) {
                        hidden.set(matcher.start(), matcher.end());
                    }
                }
            }
        }
        return hidden.isEmpty() ? text.substring(0, length) : without(hidden, text, length);
    }

    private static String without(BitSet hidden, String text, int length) {
        StringBuilder shown = new StringBuilder(length);
        int at = 0;
        for (int from = hidden.nextSetBit(0); from >= 0 && from < length; from = hidden.nextSetBit(at)) {
            shown.append(text, at, from).append(REDACTED);
            at = hidden.nextClearBit(from);
        }
        return at < length ? shown.append(text, at, length).toString() : shown.toString();
    }

    /** Whether the text contains one of the few characters that every form of a secret contains. */
    private static boolean mayHoldShapes(String text) {
        return text.indexOf('=') >= 0
                || text.indexOf(':') >= 0
                || text.indexOf('_') >= 0
                || text.indexOf('-') >= 0
                || text.contains("AKIA")
                || text.contains("ASIA")
                || text.contains("eyJ");
    }

    @Override
    public String toString() {
        return "redactor of " + secrets.size() + " told secrets and of shapes";
    }
}
