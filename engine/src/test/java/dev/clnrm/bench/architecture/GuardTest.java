package dev.clnrm.bench.architecture;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule nobody breaks may also be one that sees no classes: these are what the rules see. */
class GuardTest {
    private static final String ROOT = "dev.clnrm.bench.";

    private static long in(JavaClasses classes, String packageName) {
        return classes.stream()
                .filter(c -> c.getPackageName().equals(packageName) && c.isTopLevelClass())
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "os, Program, 3",
        "config, BudgetsReader, 45",
        "git, Repository, 7",
        "plan, Planner, 8",
        "samples, JournalEntry, 15",
        "measure, Controller, 15",
        "stats, Relations, 25",
        "judge, HeadJudgement, 12",
        "calibrate, Calibration, 3",
        "runs, RunFolder, 5",
        "report, Report, 25",
        "app, Run, 15",
        "cli, Main, 15"
    })
    void the_engine_is_seen(String layer, String named, int atLeast) {
        assertThat(in(Classes.ENGINE, ROOT + layer)).isAtLeast(atLeast);
        assertThat(Classes.ENGINE.contain(ROOT + layer + "." + named)).isTrue();
        assertThat(Classes.ALL.contain(ROOT + layer + "." + named)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dsl, Bench, 25", "model, SuiteSpec, 20", "fork.internal, DeclareMain, 20"})
    void the_dsl_is_seen(String packageName, String named, int atLeast) {
        assertThat(in(Classes.DSL, ROOT + packageName)).isAtLeast(atLeast);
        assertThat(Classes.DSL.contain(ROOT + packageName + "." + named)).isTrue();
        assertThat(Classes.ALL.contain(ROOT + packageName + "." + named)).isTrue();
    }

    @Test
    void the_bridges_into_jmh_are_seen() {
        assertThat(Classes.ENGINE.contain("org.openjdk.jmh.runner.Plans")).isTrue();
        assertThat(Classes.ENGINE.contain("org.openjdk.jmh.runner.link.ForkLink"))
                .isTrue();
        assertThat(Classes.DSL.contain("org.openjdk.jmh.util.lines.Armors")).isTrue();
    }

    @Test
    void no_package_of_the_engine_escapes_the_layers() {
        Set<String> packages = Classes.ENGINE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("org.openjdk.jmh."))
                .map(name -> name.replaceFirst("^(" + Pattern.quote(ROOT) + "[^.]+)\\..*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> layers =
                Layers.ENGINE.keySet().stream().map(layer -> ROOT + layer).collect(Collectors.toSet());
        for (String name : packages) {
            assertWithMessage("layers").that(layers).contains(name);
        }
    }

    @Test
    void what_is_seen_is_no_test() {
        assertThat(Classes.ALL.contain(GuardTest.class.getName())).isFalse();
    }
}
