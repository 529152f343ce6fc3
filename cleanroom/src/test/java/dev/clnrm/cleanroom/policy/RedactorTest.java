package dev.clnrm.cleanroom.policy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String TOKEN = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password=hunter2 next|password=[redacted] next",
                "DB_PASSWORD=hunter2|DB_PASSWORD=[redacted]",
                "\"api_key\": \"abc def\", \"x\": 1|\"api_key\": [redacted], \"x\": 1",
                "secret: 'a b'|secret: [redacted]",
                "Authorization: Bearer abc.def|Authorization: [redacted]",
                "url?token=abc&page=2|url?token=[redacted]&page=2",
                "key AKIAIOSFODNN7EXAMPLE end|key [redacted] end",
                "{\"Authorization\": \"Bearer abcdef123\"}|{\"Authorization\": [redacted]}",
                "{'authorization': 'Bearer abcdef123', 'x': 1}|{'authorization': [redacted], 'x': 1}",
                "'Authorization': Bearer abc def|'Authorization': [redacted]",
                "{\"password\": \"ab\\\"hunter2xyz\", \"x\": 1}|{\"password\": [redacted], \"x\": 1}",
                "secret='ab\\'c' d|secret=[redacted] d",
                "\"token\": \"abc\\\\\", \"x\": 1|\"token\": [redacted], \"x\": 1",
                "\"token\": \"abc\\|\"token\": [redacted]",
                "X-Auth-Token: Bearer abc123 next|X-Auth-Token: [redacted] next",
                "token=basic abc123&page=2|token=[redacted]&page=2",
                "token: Bearer|token: [redacted]",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl!|[redacted]!",
            })
    void values_whose_name_or_shape_says_so_are_taken_out(String text, String shown) {
        assertThat(Redactor.STANDARD.redact(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "PWD=/tmp/step",
                "cat: /etc/passwd: Permission denied",
                "secretary = Ann",
                "a-b_c: d=e",
                "eyJ is the start of a token",
            })
    void innocent_text_stays_as_it_is(String text) {
        assertThat(Redactor.STANDARD.redact(text)).isEqualTo(text);
    }

    @Test
    void issuers_tokens_are_known_by_their_prefix() {
        assertThat(Redactor.STANDARD.redact("push with " + TOKEN + ".")).isEqualTo("push with [redacted].");
    }

    @Test
    void a_private_key_is_taken_out_also_where_its_end_is_missing() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nMIIB\n-----END RSA PRIVATE KEY-----";
        assertThat(Redactor.STANDARD.redact(key + "\nafter"))
                .isEqualTo("-----BEGIN RSA PRIVATE KEY-----[redacted]\nafter");
        assertThat(Redactor.STANDARD.redact(key.substring(0, 60)))
                .isEqualTo("-----BEGIN RSA PRIVATE KEY-----[redacted]");
    }

    @Test
    void told_secrets_are_taken_out_the_longest_first() {
        Redactor redactor = Redactor.STANDARD.with(List.of("swordfish", "swordfish-2"));
        assertThat(redactor.redact("swordfish-2 and swordfish")).isEqualTo("[redacted] and [redacted]");
    }

    @Test
    void cutting_leaves_no_part_of_a_secret() {
        Redactor redactor = Redactor.STANDARD.with(List.of("swordfish"));
        for (int end = 0; end <= 20; end++) {
            String shown = redactor.redact("abc swordfish xyz", end);
            String expected = end <= 4
                    ? "abc ".substring(0, end)
                    : "abc [redacted]" + " xyz".substring(0, Math.min(4, Math.max(0, end - 13)));
            assertThat(shown).isEqualTo(expected);
        }
    }

    @Test
    void a_secret_too_short_to_be_told_from_words_is_refused() {
        assertThat(assertThrows(IllegalArgumentException.class, () -> Redactor.STANDARD.with(List.of("abc"))))
                .hasMessageThat()
                .isEqualTo("a secret of 3 characters; it takes from 4 to 8192");
    }

    @Test
    void it_does_not_show_what_it_was_told() {
        assertThat(Redactor.STANDARD.with(List.of("swordfish")).toString()).doesNotContain("swordfish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ-",
                "eyJaaaaaaaa.",
                "eyJaaaaaaaa.aaaaaaaa ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY----------END ",
                "password",
                "password ",
                "token:",
                "ghp_a",
                "xoxb-",
                "\"token\"",
                "token=\"\\\"",
                "token=bearer ",
                "authorization: \n"
            })
    void text_made_to_be_slow_is_still_read_to_its_end(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());
        assertThat(Redactor.STANDARD.redact(text)).isNotNull();
    }

    /** Each is one character longer than a limit that keeps hostile text cheap, or than an issuer's longest token. */
    static Stream<String> longSecrets() {
        String body = "A".repeat(8193);
        return Stream.of(
                "-----BEGIN " + "A".repeat(25) + "PRIVATE KEY-----|" + "x".repeat(100),
                "-----BEGIN PRIVATE KEY-----|" + body,
                "-----BEGIN PRIVATE KEY-----|" + body + "-----END",
                "authorization     :     |" + "a".repeat(4097),
                "\"authorization\"     :     |\"" + "a".repeat(4097) + "\"",
                "password     =     |" + "a".repeat(5000),
                "passwd     =     |abc",
                "password=|\"" + "a".repeat(4097) + "\"",
                "password=|'" + "a".repeat(4097) + "'",
                "password: Bearer     |" + "a".repeat(4097),
                "x |ghp_" + "a".repeat(256),
                "x |github_pat_" + "a".repeat(256),
                "x |glpat-" + "a".repeat(65),
                "x |xoxb-" + "a".repeat(256),
                "x |AKIA" + "A".repeat(17),
                "x |eyJ" + "a".repeat(513) + "." + "b".repeat(300) + "." + "c".repeat(86),
                "x |eyJ" + "a".repeat(30) + "." + "b".repeat(4097) + "." + "c".repeat(86),
                "x |eyJ" + "a".repeat(30) + "." + "b".repeat(300) + "." + "c".repeat(1025),
                "x |eyJ" + "a".repeat(30) + "." + "b".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("longSecrets")
    void a_long_secret_is_taken_out_to_its_end(String text) {
        String name = text.substring(0, text.indexOf('|'));
        String shown = Redactor.STANDARD.redact(text.replace("|", ""));
        assertThat(shown.replace("Bearer     ", "")).startsWith(name.replace("Bearer     ", "") + "[redacted]");
        assertThat(shown.length()).isAtMost(name.length() + "[redacted]-----END".length());
    }
}
