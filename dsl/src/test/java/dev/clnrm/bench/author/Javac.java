package dev.clnrm.bench.author;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.clnrm.bench.dsl.Bench;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.infra.Blackhole;

/** Compiles a text in memory against the DSL, as a user's build would. */
final class Javac {
    private final Map<String, byte[]> classes = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private Javac() {}

    /** The result for a class with the text {@code source}. */
    static Javac compile(String className, String source) {
        Javac result = new Javac();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "--release", "17", "-cp", classPath());
        try (JavaFileManager files = result.inMemory(
                compiler.getStandardFileManager(result.diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
            JavaFileObject unit = new Text(className, source);
            boolean done = compiler.getTask(null, files, result.diagnostics, options, null, List.of(unit))
                    .call();
            if (done != result.errors().isEmpty()) {
                throw new IllegalStateException("the compiler failed without saying why");
            }
            return result;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The errors, in the order of the text. */
    ImmutableList<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .collect(toImmutableList());
    }

    /** A new instance of a compiled class. */
    <T> T newInstance(String className, Class<T> type) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(Javac.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = classes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name + "; " + errors());
                }
                return defineClass(name, code, 0, code.length);
            }
        };
        return type.cast(loader.loadClass(className).getConstructor().newInstance());
    }

    private static String classPath() {
        return Stream.of(Bench.class, Blackhole.class, NullMarked.class)
                .map(Javac::locationOf)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private JavaFileManager inMemory(JavaFileManager files) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return new ByteArrayOutputStream() {
                            @Override
                            public void close() {
                                classes.put(className, toByteArray());
                            }
                        };
                    }
                };
            }
        };
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = Objects.requireNonNull(text);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
