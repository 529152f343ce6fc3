package dev.clnrm.bench.reach;

import dev.clnrm.bench.fork.internal.CaseKey;
import dev.clnrm.bench.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.tree.MethodNode;

/**
 * The start of a case's code: the methods that JMH and the DSL call by name.
 *
 * @param code the called methods, as the references of one method
 * @param declared the digest of the code that declares the case in its suite; empty if no suite declares it, or if the whole suite may
 */
record Start(MethodCode code, String declared) {
    private static final String CONSTRUCTOR = "<init>()V";

    static Start of(Target.Jmh target, CodeIndex index) {
        List<Use> uses = new ArrayList<>();
        String generated = target.generatedTarget();
        int dot = generated.lastIndexOf('.');
        generated(internal(generated.substring(0, dot)), generated.substring(dot + 1), index, uses);
        enclosing(target.benchmark()).forEach(type -> uses.add(Use.of(Use.Kind.CLASS, type)));
        return target.isShape() ? ofSuite(target, index, uses) : new Start(code(uses), "");
    }

    /** Adds the code that JMH generated for a benchmark: one method of a class. */
    private static void generated(String type, String method, CodeIndex index, List<Use> uses) {
        if (!index.has(type)) {
            return;
        }
        List<String> named = index.code(type).methods().keySet().stream()
                .filter(one -> one.startsWith(method + "("))
                .toList();
        if (named.isEmpty()) {
            uses.add(Use.of(Use.Kind.VALUE, type));
            return;
        }
        uses.add(Use.of(Use.Kind.CREATE, type));
        uses.add(new Use(Use.Kind.CALL, type, CONSTRUCTOR));
        named.forEach(one -> uses.add(new Use(Use.Kind.CALL, type, one)));
    }

    private static Start ofSuite(Target.Jmh target, CodeIndex index, List<Use> uses) {
        Optional<String> suite = suite(target, index);
        if (suite.isPresent()) {
            NormalForm form = NormalForm.withoutLines(index.bytes(suite.get()));
            Optional<MethodNode> part = form.declaring(target.parameters().getOrDefault(CaseKey.BENCHMARK, ""));
            if (part.isPresent()) {
                uses.add(Use.of(Use.Kind.CREATE, suite.get()));
                uses.add(new Use(Use.Kind.CALL, suite.get(), CONSTRUCTOR));
                return new Start(code(uses).and(MethodReader.read(part.get())), form.digest(part.get()));
            }
        }
        suite.map(List::of).orElse(index.suites()).forEach(one -> uses.add(Use.of(Use.Kind.VALUE, one)));
        return new Start(code(uses), "");
    }

    private static MethodCode code(List<Use> uses) {
        return new MethodCode(false, uses, UnknownCalls.NONE);
    }

    /** The class that declares a case's suite; empty if it may be any of several services. */
    static Optional<String> suite(Target.Jmh target, CodeIndex index) {
        String named = internal(target.parameters().getOrDefault(CaseKey.SUITE_CLASS, ""));
        if (index.has(named)) {
            return Optional.of(named);
        }
        return index.suites().size() == 1 ? Optional.of(index.suites().get(0)) : Optional.empty();
    }

    /** All possible internal names of a benchmark's class, because a class name in Java may be that of a nested class. */
    static Stream<String> enclosing(String benchmark) {
        String name = internal(benchmark);
        return Stream.iterate(name.lastIndexOf('/'), slash -> slash > 0, slash -> name.lastIndexOf('/', slash - 1))
                .map(slash -> name.substring(0, slash));
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }
}
