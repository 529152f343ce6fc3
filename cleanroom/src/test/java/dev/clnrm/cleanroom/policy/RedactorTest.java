package dev.clnrm.cleanroom.policy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            strings = {"eyJ-", "eyJaaaaaaaa.", "-----BEGIN PRIVATE KEY-----", "password", "ghp_a", "xoxb-", "\"token\""
            })
    void text_made_to_be_slow_is_still_read_to_its_end(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());
        assertThat(Redactor.STANDARD.redact(text)).isNotNull();
    }
}
