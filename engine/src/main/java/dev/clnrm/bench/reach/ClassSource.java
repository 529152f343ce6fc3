package dev.clnrm.bench.reach;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The source of a class, from its class file.
 *
 * @param file the source file, relative to the root of its package: {@code org/acme/ParserBenchmark.java}
 * @param benchmark whether it declares benchmarks, or is a state of benchmarks
 */
public record ClassSource(String file, boolean benchmark) {
    /** A copy that counts as part of a benchmark. */
    ClassSource ofBenchmark() {
        return new ClassSource(file, true);
    }

    /** Reads the source of a class. Empty if the class was compiled without the name of its source. */
    static Optional<ClassSource> of(byte[] bytes) {
        Finder found = new Finder();
        new ClassReader(bytes).accept(found, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return found.source.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClassSource(found.folder + found.source, found.benchmark));
    }

    private static final class Finder extends ClassVisitor {
        private static final String STATE = "Lorg/openjdk/jmh/annotations/State;";
        private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
        private static final String SUITE = "dev/clnrm/bench/dsl/BenchmarkSuite";

        private String folder = "";
        private String source = "";
        private boolean benchmark;

        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            folder = name.substring(0, name.lastIndexOf('/') + 1);
            for (String type : interfaces == null ? new String[0] : interfaces) {
                benchmark |= type.equals(SUITE);
            }
        }

        @Override
        public void visitSource(@Nullable String file, @Nullable String debug) {
            source = file == null ? "" : file;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            benchmark |= descriptor.equals(STATE);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    benchmark |= annotation.equals(BENCHMARK);
                    return null;
                }
            };
        }
    }
}
