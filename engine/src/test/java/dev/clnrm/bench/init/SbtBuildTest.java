package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.init.ProjectTree.found;
import static dev.clnrm.bench.init.ProjectTree.missing;

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
    void says_that_sbt_jmh_makes_no_jar() throws IOException {
        Setup setup = project.file("build.sbt", "lazy val bench = project.enablePlugins(JmhPlugin)")
                .init();

        assertThat(found(setup, "benchmarks")).containsExactly("1 file in bench/src/main/scala");
        assertThat(missing(setup)).contains("bench: sbt-jmh packs no jar");
        assertThat(missing(setup)).contains("assemblyJarName");
        assertThat(project.has("budgets.yaml")).isFalse();
    }

    @Test
    void takes_the_jar_that_sbt_assembly_makes() throws IOException {
        Setup setup = project.file(
                        "build.sbt",
                        "lazy val speed = (project in file(\"bench\")).enablePlugins(JmhPlugin).settings(",
                        "  inConfig(Jmh)(baseAssemblySettings),",
                        "  Jmh / assembly / assemblyJarName := \"benchmarks.jar\")")
                .init();

        assertThat(found(setup, "jar")).containsExactly("bench/target/benchmarks.jar");
        assertThat(setup.build())
                .hasValue("rm -f bench/target/scala-*/benchmarks.jar && sbt speed/Jmh/assembly"
                        + " && cp bench/target/scala-*/benchmarks.jar bench/target/benchmarks.jar");
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
