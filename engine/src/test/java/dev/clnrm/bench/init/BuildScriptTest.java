package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class BuildScriptTest {
    @Test
    void drops_comments_and_keeps_strings() {
        assertThat(BuildScript.withoutComments("include '**/*.jar'\nx /* c */ y // z\nlast"))
                .isEqualTo("include '**/*.jar'\nx  y \nlast");
        assertThat(BuildScript.withoutComments("url \"https://a//b\" // it's\nid 'a' /* \"x' */"))
                .isEqualTo("url \"https://a//b\" \nid 'a' ");
        assertThat(BuildScript.withoutComments("a '\\'//' \"\\\"/*\" // b")).isEqualTo("a '\\'//' \"\\\"/*\" ");
        assertThat(BuildScript.withoutComments("\"\"\"\n\"/*\" $\n\"\"\" '''\n'//''' // b"))
                .isEqualTo("\"\"\"\n\"/*\" $\n\"\"\" '''\n'//''' ");
    }

    @Test
    void ends_an_unclosed_string_at_its_line_and_an_unclosed_comment_at_the_end() {
        assertThat(BuildScript.withoutComments("a 'b\nc // d\ne /* f\ng")).isEqualTo("a 'b\nc \ne ");
    }
}
