package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.init.ProjectTree.found;
import static dev.clnrm.bench.init.ProjectTree.missing;

import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.SuiteSource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbtBuildTest {
    private final ProjectTree project;

    SbtBuildTest(@TempDir Path folder) throws IOException {
        this.project = new ProjectTree(folder)
                .file("project/plugins.sbt", "addSbtPlugin(\"pl.project13.scala\" % \"sbt-jmh\" % \"0.4.8\")")
                .file(
                        "bench/src/main/scala/B.scala",
                        "import org.openjdk.jmh.annotations._",
                        "class B { @Benchmark def b = 1 }");
    }

    @Test
    void asks_sbt_for_the_class_path_if_it_packs_no_jar() throws Exception {
        Setup setup = project.file("build.sbt", "lazy val bench = project.enablePlugins(JmhPlugin)")
                .init();

        assertThat(found(setup, "benchmarks")).containsExactly("1 file in bench/src/main/scala");
        assertThat(found(setup, "class path")).containsExactly("sbt \"export bench/Jmh/fullClasspath\"");
        assertThat(setup.build()).hasValue("sbt bench/Jmh/compile");
        SuiteSource suite = BudgetsReader.read(project.root().resolve("budgets.yaml"))
                .suites()
                .get(0);
        assertThat(suite.classpath().command()).hasValue("sbt \"export bench/Jmh/fullClasspath\"");
        assertThat(suite.classpath().entries()).isEmpty();
    }

    @Test
    void says_that_it_cannot_tell_the_project() throws IOException {
        Setup setup = project.file("build.sbt", "val other = 1").init();

        assertThat(missing(setup)).contains("bench: could not tell which project of build.sbt it is");
    }

    @Test
    void takes_the_jar_that_sbt_assembly_makes() throws IOException {
        Setup setup = project.file(
                        "build.sbt",
                        "lazy val speed = (project in file(\"bench\")).enablePlugins(JmhPlugin).settings(",
                        "  inConfig(Jmh)(baseAssemblySettings),",
                        "  Jmh / assembly / assemblyJarName := \"benchmarks.jar\")")
                .init();

        assertThat(found(setup, "jar")).containsExactly("bench/target/scala-*/benchmarks.jar");
        assertThat(setup.build()).hasValue("rm -f bench/target/scala-*/benchmarks.jar && sbt speed/Jmh/assembly");
        assertThat(missing(setup)).contains("the image of the action has no sbt");
    }

    @Test
    void says_that_the_plugin_is_not_there() throws IOException {
        Setup setup = project.file(
                        "project/plugins.sbt", "// addSbtPlugin(\"pl.project13.scala\" % \"sbt-jmh\" % \"1\")")
                .file("build.sbt", "lazy val bench = project")
                .init();

        assertThat(missing(setup)).contains("could not find the plugin sbt-jmh");
    }
}
