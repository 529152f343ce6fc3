package dev.clnrm.bench.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String[] DSL_MODULE = {
        "dev.clnrm.bench.dsl..", "dev.clnrm.bench.model..", "dev.clnrm.bench.fork.internal.."
    };
    private static final String BRIDGES = "org.openjdk.jmh..";

    static Stream<String> layers() {
        return Layers.ENGINE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void data_flows_one_way(String layer) {
        LayeredArchitecture rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer(Layers.DSL)
                .definedBy(DSL_MODULE);
        for (String one : Layers.ENGINE.keySet()) {
            rule = rule.optionalLayer(one).definedBy("dev.clnrm.bench." + one + "..");
        }
        Set<String> within = Layers.within(layer);
        LayeredArchitecture.LayerDependencySpecification uses = rule.whereLayer(layer);
        (within.isEmpty() ? uses.mayNotAccessAnyLayer() : uses.mayOnlyAccessLayers(within.toArray(String[]::new)))
                .as("`" + layer + "` uses only " + String.join(", ", within))
                .because("a stage knows what was made before it and nothing of what is made of its own")
                .check(Classes.ALL);
    }

    @Test
    void the_dsl_knows_nothing_of_the_engine() {
        noClasses()
                .that()
                .resideInAnyPackage(DSL_MODULE)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.clnrm.bench..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(DSL_MODULE)))
                .because("the fork that measures holds the author's class path and this, never the engine")
                .check(Classes.ALL);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.clnrm.bench.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages stand in the order of the flow")
                .check(Classes.ALL);
    }

    @Test
    void only_measuring_and_the_dsl_touch_jmh() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.clnrm.bench.measure..",
                        "dev.clnrm.bench.dsl..",
                        "dev.clnrm.bench.fork.internal..",
                        BRIDGES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BRIDGES)
                .because("how values are measured is known to the stage that measures, and to no other")
                .check(Classes.ALL);
    }

    @Test
    void only_github_touches_the_github_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clnrm.bench.github..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kohsuke.github..")
                .because("everything before it can be tried without a network")
                .check(Classes.ALL);
    }

    @Test
    void statistics_see_no_budget() {
        noClasses()
                .that()
                .resideInAPackage("dev.clnrm.bench.stats..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Budget.class, Limit.class, Change.class, Law.class)
                        .or(resideInAnyPackage("dev.clnrm.bench.judge..", "dev.clnrm.bench.config..")))
                .because("a statistic that knows which answer is wanted is not a measurement")
                .check(Classes.ALL);
    }

    @Test
    void only_the_edges_print_and_exit() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("dev.clnrm.bench..")
                .and()
                .resideOutsideOfPackages("dev.clnrm.bench.cli..", "dev.clnrm.bench.terminal..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .because("a stage gives values; only the command line and its terminal speak to people");
        rule.check(Classes.ENGINE);
    }

    @Test
    void declaring_makes_values_and_does_nothing_else() {
        noClasses()
                .that()
                .resideInAPackage("dev.clnrm.bench.dsl..")
                .or()
                .resideInAPackage("dev.clnrm.bench.model..")
                .and()
                .haveNameNotMatching(".*\\.(RecordCodec|package-info)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Clock.class,
                        Instant.class,
                        LocalDate.class,
                        System.class,
                        Thread.class,
                        ThreadLocal.class,
                        ProcessBuilder.class,
                        Runtime.class)
                .orShould()
                .dependOnClassesThat(nameMatching("java\\.util\\.concurrent\\..*(Executor|Executors|ForkJoin|Timer).*"))
                .because("declaring has no side effect and is quick: listing a suite runs no body")
                .check(Classes.DSL);
    }

    @Test
    void the_dsl_depends_on_the_jdk_and_jmh_alone() {
        classes()
                .that()
                .resideInAnyPackage(DSL_MODULE)
                .or()
                .resideInAPackage(BRIDGES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(DSL_MODULE)
                        .or(resideInAnyPackage("java..", "com.sun.management", BRIDGES, "org.jspecify.annotations")))
                .because("whatever stands beside the measured code can change what is measured")
                .check(Classes.DSL);
    }

    @Test
    void no_two_classes_share_a_name() {
        classes()
                .that()
                .areTopLevelClasses()
                .should(haveANameOfTheirOwn())
                .because("one word means one thing, and an import does not say which of two is meant")
                .check(Classes.ENGINE);
    }

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        Map<String, Long> named = Classes.ENGINE.stream()
                .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        return new ArchCondition<>("have a name of their own") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                if (named.getOrDefault(one.getSimpleName(), 0L) > 1) {
                    events.add(SimpleConditionEvent.violated(one, one.getName() + " shares its simple name"));
                }
            }
        };
    }

    @Test
    void tests_leave_nothing_in_the_folder_for_temporary_files() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(SoundSuite.class)
                .and()
                .doNotHaveSimpleName("CommandLineRun")
                .should()
                .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
                .orShould()
                .callMethod(Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
                .because("what is made there outlives the test; a folder that is @TempDir does not")
                .check(Classes.TESTS);
    }

    @Test
    void numbers_are_written_in_no_language() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("some languages have other digits, and files and tables would have them, too")
                .check(Classes.ALL);
    }

    @Test
    void records_are_small() {
        classes()
                .that()
                .areRecords()
                .should(haveAtMostTenComponents())
                .because("what has more components is several things")
                .check(Classes.ALL);
    }

    private static ArchCondition<JavaClass> haveAtMostTenComponents() {
        return new ArchCondition<>("have at most ten components") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                int components = one.reflect().getRecordComponents().length;
                if (components > 10) {
                    events.add(SimpleConditionEvent.violated(one, one.getName() + " has " + components));
                }
            }
        };
    }
}
