package dev.clnrm.bench.fork.internal;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.dsl.Internals.spec;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.RecordCodec;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclareMainTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String name(Class<?> type) {
        return type.getName();
    }

    private List<Declared> ask(Class<?>... classes) throws Exception {
        List<String> words = new ArrayList<>();
        List<Path> answers = new ArrayList<>();
        for (Class<?> one : classes) {
            answers.add(folder.resolve(one.getSimpleName()));
            words.addAll(List.of(answers.get(answers.size() - 1).toString(), name(one)));
        }
        Child child = Child.start(DeclareMain.class, words.toArray(String[]::new));
        child.rest();
        List<Declared> declared = new ArrayList<>();
        for (Path answer : answers) {
            if (Files.exists(answer)) {
                try (DataInputStream in = new DataInputStream(Files.newInputStream(answer))) {
                    declared.add(RecordCodec.read(Declared.class, in));
                }
            }
        }
        return declared;
    }

    @Test
    void classes_that_cannot_be_asked_do_not_hide_those_that_can() throws Exception {
        List<Declared> declared = ask(
                BadSuites.Throwing.class, BadSuites.Nameless.class, BadSuites.Good.class, BadSuites.NotLoaded.class);

        assertThat(declared).hasSize(4);
        assertThat(declared.get(2).suites()).containsExactly(spec(new BadSuites.Good().declare()));
        assertThat(declared.stream().flatMap(one -> one.failures().stream()).map(Declared.Failure::suiteClass))
                .containsExactly(
                        name(BadSuites.Throwing.class), name(BadSuites.Nameless.class), name(BadSuites.NotLoaded.class))
                .inOrder();
    }

    @Test
    void threads_a_suite_leaves_running_do_not_hold_up_the_answer() throws Exception {
        assertThat(ask(BadSuites.Busy.class).get(0).suites()).hasSize(1);
    }

    @Test
    void a_class_that_ends_the_jvm_leaves_no_answer_and_spares_those_before_it() throws Exception {
        assertThat(ask(BadSuites.Good.class, BadSuites.Exiting.class, BadSuites.Busy.class))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fork.internal.BadSuites$Throwing      | declare() threw java.lang.UnsupportedOperationException: not today",
                "fork.internal.BadSuites$Null          | declare() returned null",
                "fork.internal.BadSuites$Endless       | declare() threw java.lang.StackOverflowError",
                "fork.internal.BadSuites$NotMade       | its constructor threw java.lang.IllegalStateException: no room",
                "fork.internal.BadSuites$NotLoaded     | could not be loaded: java.lang.NumberFormatException: For input string: \"seven\"",
                "fork.internal.BadSuites$NoConstructor | it has no public constructor without arguments",
                "fork.internal.BadSuites$Abstract      | it is abstract",
                "author.Hidden              | it is not public",
                "fork.internal.BadSuites$NoSuite       | it does not implement dev.clnrm.bench.dsl.BenchmarkSuite",
                "fork.internal.BadSuites$Missing       | it is not on the class path; build the project first, or correct the name"
            })
    void says_why_a_class_cannot_be_asked(String className, String clause) {
        SuiteClassException refused =
                assertThrows(SuiteClassException.class, () -> SuiteClasses.declare("dev.clnrm.bench." + className));
        assertThat(refused).hasMessageThat().isEqualTo(clause);
    }

    @Test
    void what_the_dsl_refuses_is_told_with_its_reason() {
        SuiteClassException refused =
                assertThrows(SuiteClassException.class, () -> SuiteClasses.declare(name(BadSuites.Refused.class)));
        assertThat(refused)
                .hasMessageThat()
                .isEqualTo("declare() threw java.lang.IllegalArgumentException: "
                        + "a time is finite and not negative, but this is -5.0E-6 s");
    }

    /** A user's stack frame: this class is in a package of the tool, whose frames are omitted. */
    @Test
    void the_frames_told_are_the_authors() {
        Throwable thrown = new IllegalArgumentException("refused");
        StackTraceElement author = new StackTraceElement("com.acme.Suite", "declare", "Suite.java", 11);
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("dev.clnrm.bench.model.Time", "<init>", "Time.java", 10),
            new StackTraceElement("dev.clnrm.bench.dsl.Bench", "micros", "Bench.java", 90),
            new StackTraceElement("java.util.stream.Stream", "of", "Stream.java", 1),
            author,
            new StackTraceElement("dev.clnrm.benches.Own", "declare", "Own.java", 12),
            new StackTraceElement("dev.clnrm.bench.fork.internal.SuiteClasses", "declare", "SuiteClasses.java", 1)
        });
        assertThat(SuiteClassException.of("", thrown).authorFrames())
                .containsExactly("com.acme.Suite.declare(Suite.java:11)", "dev.clnrm.benches.Own.declare(Own.java:12)")
                .inOrder();
    }

    private <T> T withServices(String lines, Callable<T> task) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BenchmarkSuite.class.getName()), lines);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return task.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void services_that_cannot_be_asked_do_not_hide_those_that_can() throws Exception {
        String lines = String.join(
                "\n",
                name(BadSuites.Throwing.class),
                name(BadSuites.NotMade.class),
                "com.acme.Missing",
                name(BadSuites.NoSuite.class),
                name(BadSuites.Good.class));

        List<SuiteClasses.Service> services = withServices(lines, SuiteClasses::services);

        assertThat(services.stream().map(s -> s.suite()
                        .map(suite -> spec(suite).name())
                        .or(() -> s.failure().map(e -> String.valueOf(e.getMessage())))
                        .orElse("")))
                .containsExactly(
                        "declare() threw java.lang.UnsupportedOperationException: not today",
                        "dev.clnrm.bench.dsl.BenchmarkSuite: Provider dev.clnrm.bench.fork.internal.BadSuites$NotMade could not be"
                                + " instantiated: java.lang.IllegalStateException: no room",
                        "java.util.ServiceConfigurationError: dev.clnrm.bench.dsl.BenchmarkSuite: Provider"
                                + " com.acme.Missing not found",
                        "java.util.ServiceConfigurationError: dev.clnrm.bench.dsl.BenchmarkSuite: "
                                + "dev.clnrm.bench.fork.internal.BadSuites$NoSuite not a subtype",
                        "good")
                .inOrder();
    }

    @Test
    void a_broken_list_of_services_ends() throws Exception {
        assertThat(withServices("not a class name at all\n", SuiteClasses::services))
                .isNotEmpty();
        assertThat(withServices("", SuiteClasses::services)).isEmpty();
    }

    @Test
    void a_fork_finds_its_suite_among_services_by_name() throws Exception {
        String lines = name(BadSuites.Throwing.class) + "\n" + name(BadSuites.Good.class);
        assertThat(withServices(lines, () -> spec(SuiteClasses.find("good")).name()))
                .isEqualTo("good");
        SuiteClassException missing =
                assertThrows(SuiteClassException.class, () -> withServices(lines, () -> SuiteClasses.find("bad")));
        assertThat(missing)
                .hasMessageThat()
                .isEqualTo("it is not on the class path; build the project first, or correct the name");
    }

    @Test
    void without_a_file_to_write_there_is_nothing_to_do() {
        assertThrows(IOException.class, () -> DeclareMain.main(new String[] {folder.toString(), "com.acme.Missing"}));
    }
}
