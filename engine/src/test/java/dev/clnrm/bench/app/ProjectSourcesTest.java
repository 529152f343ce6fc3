package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.reach.ChangedMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSourcesTest {
    @TempDir
    Path folder = Path.of("");

    private void source(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private Optional<String> found(String compiled) {
        return new ProjectSources(folder)
                .located(new ChangedMember(
                        ChangedMember.What.METHOD, ChangedMember.How.CHANGED, "a.T.run()", Optional.of(compiled), 1, 1))
                .file();
    }

    @Test
    void a_package_below_src_may_have_the_name_of_a_folder_of_builds() throws Exception {
        source("src/main/java/a/build/T.java", "package a.build; class T {}");
        source("core/src/out/target/T3.java", "package out.target; class T3 {}");
        source("target/generated/a/T2.java", "package a; class T2 {}");

        assertThat(found("a/build/T.java")).hasValue("src/main/java/a/build/T.java");
        assertThat(found("out/target/T3.java")).hasValue("core/src/out/target/T3.java");
        assertThat(found("a/T2.java")).isEmpty();
    }

    @Test
    void a_source_of_kotlin_in_another_folder_is_found_by_its_package() throws Exception {
        source(
                "src/main/kotlin/Parser.kt",
                "// a parser\n@file:JvmName(\"P\")\npackage com.acme.text\n\nclass Parser\n");
        source("src/main/scala/Lexer.scala", "package com.acme\npackage text\n\nclass Lexer\n");

        assertThat(found("com/acme/text/Parser.kt")).hasValue("src/main/kotlin/Parser.kt");
        assertThat(found("com/acme/text/Lexer.scala")).hasValue("src/main/scala/Lexer.scala");
        assertThat(found("org/lib/Parser.kt")).isEmpty();
    }
}
