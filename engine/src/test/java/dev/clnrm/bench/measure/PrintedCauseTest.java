package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedCauseTest {
    private static Optional<String> start(String... printed) {
        return PrintedCause.ofStart(List.of(printed)).map(PrintedCause::message);
    }

    @Test
    void a_class_refused_for_a_signature_is_named_and_says_what_to_do() {
        PrintedCause cause = PrintedCause.ofStart(
                        List.of(
                                "Error: A JNI error has occurred, please check your installation and try again",
                                "Exception in thread \"main\" java.lang.SecurityException: Invalid signature file digest for Manifest main attributes",
                                "\tat java.base/sun.security.util.SignatureFileVerifier.processImpl(SignatureFileVerifier.java:347)"))
                .orElseThrow();

        assertThat(cause.message())
                .isEqualTo("java.lang.SecurityException: Invalid signature file digest for Manifest main attributes");
        assertThat(cause.advice()).contains("META-INF/*.SF");
        assertThat(cause.lines()).hasSize(2);
    }

    @Test
    void the_launcher_says_the_reason_in_the_line_after_its_heading() {
        assertThat(
                        start(
                                "Error: LinkageError occurred while loading main class org.openjdk.jmh.runner.ForkedMain",
                                "\tjava.lang.UnsupportedClassVersionError: org/openjdk/jmh/runner/ForkedMain has been compiled by a more recent version"))
                .hasValue(
                        "java.lang.UnsupportedClassVersionError: org/openjdk/jmh/runner/ForkedMain has been compiled by a more recent version");
        assertThat(start(
                        "Error occurred during initialization of boot layer",
                        "java.lang.module.FindException: Module no.such not found"))
                .hasValue("java.lang.module.FindException: Module no.such not found");
        assertThat(start("Error occurred during initialization of VM", "Too small maximum heap"))
                .hasValue("Too small maximum heap");
    }

    @Test
    void a_start_that_fails_without_a_throwable_has_the_first_line_that_says_why() {
        assertThat(start(
                        "Unrecognized VM option 'NoSuchOption'",
                        "Error: Could not create the Java Virtual Machine.",
                        "Error: A fatal exception has occurred. Program will exit."))
                .hasValue("Unrecognized VM option 'NoSuchOption'");
        assertThat(start(
                        "Picked up JAVA_TOOL_OPTIONS: -Xmx1g",
                        "Error opening zip file or JAR manifest missing : agent.jar",
                        "Error: Could not create the Java Virtual Machine."))
                .hasValue("Error opening zip file or JAR manifest missing : agent.jar");
    }

    @Test
    void what_names_no_cause_has_none() {
        assertThat(start()).isEmpty();
        assertThat(start("all work and no play", "java.lang.Strings are fine")).isEmpty();
        assertThat(PrintedCause.ofEnd(List.of("Error: this is a word of the program's own")))
                .isEmpty();
    }

    @Test
    void an_end_is_explained_by_the_last_throwable_and_a_start_by_the_first() {
        List<String> printed = List.of(
                "java.io.IOException: got over it",
                "\tat a.B.c(B.java:1)",
                "Exception in thread \"worker-1\" java.lang.IllegalStateException: not this",
                "\tat a.B.d(B.java:2)");

        assertThat(PrintedCause.ofEnd(printed).map(PrintedCause::message))
                .hasValue("java.lang.IllegalStateException: not this");
        assertThat(PrintedCause.ofStart(printed).map(PrintedCause::message))
                .hasValue("java.io.IOException: got over it");
    }
}
