package dev.clnrm.bench.reach;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * The source of a class, from its class file.
 *
 * @param file the source file, relative to the root of its package: {@code org/acme/ParserBenchmark.java}
 * @param benchmark whether it declares benchmarks, or is a state of benchmarks
 */
public record ClassSource(String file, boolean benchmark) {
    private static final String STATE = "Lorg/openjdk/jmh/annotations/State;";
    private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
    private static final String SUITE = "dev/clnrm/bench/dsl/BenchmarkSuite";

    /** A copy that counts as part of a benchmark. */
    ClassSource ofBenchmark() {
        return new ClassSource(file, true);
    }

    /** Reads the source of a class. Empty if the class was compiled without the name of its source. */
    static Optional<ClassSource> of(byte[] bytes) {
        ClassNode read = new ClassNode();
        new ClassReader(bytes).accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        String folder = read.name.substring(0, read.name.lastIndexOf('/') + 1);
        return Optional.ofNullable(read.sourceFile)
                .filter(source -> !source.isEmpty())
                .map(source -> new ClassSource(folder + source, isOfBenchmarks(read)));
    }

    private static boolean isOfBenchmarks(ClassNode read) {
        return read.interfaces.contains(SUITE)
                || has(read.visibleAnnotations, STATE)
                || read.methods.stream().anyMatch(method -> has(method.visibleAnnotations, BENCHMARK));
    }

    /** Whether one of these annotations, which ASM leaves out if there are none, has a type. */
    private static boolean has(@Nullable List<AnnotationNode> annotations, String type) {
        return annotations != null && annotations.stream().anyMatch(one -> one.desc.equals(type));
    }
}
