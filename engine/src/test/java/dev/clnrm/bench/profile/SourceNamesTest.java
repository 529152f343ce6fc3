package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class SourceNamesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_class_tells_its_source_file() throws Exception {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "demo/ParserKt", null, "java/lang/Object", null);
        type.visitSource("Parser.kt", null);
        Files.write(Files.createDirectory(folder.resolve("demo")).resolve("ParserKt.class"), type.toByteArray());
        Files.writeString(folder.resolve("demo/Broken.class"), "no class");

        try (SourceNames names = new SourceNames(new ClassPath(List.of(folder)))) {
            assertThat(names.of("demo/ParserKt")).hasValue("Parser.kt");
            assertThat(names.of("java/util/HashMap$Node")).hasValue("HashMap.java");
            assertThat(names.of("demo/Broken")).isEmpty();
            assertThat(names.of("demo/Other")).isEmpty();
            assertThat(names.of("libc.so.6")).isEmpty();
        }
    }
}
