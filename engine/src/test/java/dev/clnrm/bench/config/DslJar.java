package dev.clnrm.bench.config;

import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.fork.internal.DeclareMain;
import dev.clnrm.bench.measure.OwnJars;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;

/** The DSL as a jar whose name says its version, with other classes in place of its own. */
final class DslJar {
    private static final String FORK = DeclareMain.class.getPackageName().replace('.', '/') + "/";

    private final String version;
    private String replaced = "";
    private String text = "";

    DslJar(String version) {
        this.version = version;
    }

    /** The jar lacks this class of what runs in a fork. */
    DslJar without(String name) {
        replaced = name;
        return this;
    }

    /** The jar has this class of what runs in a fork. */
    DslJar with(String name, String source) {
        text = source;
        return without(name);
    }

    Path write(Path folder) throws IOException {
        Path jar = folder.resolve("bench-dsl-" + version + ".jar");
        Files.copy(FaultyJar.jars(OwnJars.find()).get(0), jar);
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
            Files.deleteIfExists(zip.getPath(DslVersion.PROPERTIES));
            if (!replaced.isEmpty()) {
                Files.delete(zip.getPath(FORK + replaced + ".class"));
            }
            if (!text.isEmpty()) {
                Path source = Files.writeString(folder.resolve(replaced + ".java"), text);
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
                Files.copy(folder.resolve(FORK + replaced + ".class"), zip.getPath(FORK + replaced + ".class"));
            }
        }
        return jar;
    }
}
