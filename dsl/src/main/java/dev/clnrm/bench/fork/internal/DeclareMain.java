package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.RecordCodec;
import dev.clnrm.bench.model.SuiteSpec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the suite classes of this JVM's class path what they declare and writes the answer to a file. Runs in a process of its own,
 * so that code which exits, hangs or prints while declaring harms nothing.
 */
public final class DeclareMain {
    private DeclareMain() {}

    /**
     * Writes what is declared.
     *
     * @param args the file to write, then names of suite classes; without names, every suite that is offered as a service
     */
    public static void main(String[] args) throws IOException {
        List<String> classes = List.of(args).subList(1, args.length);
        Declared declared = classes.isEmpty() ? services() : named(classes);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            RecordCodec.write(declared, out);
        }
        Runtime.getRuntime().halt(0);
    }

    private static Declared named(List<String> classes) {
        List<SuiteSpec> suites = new ArrayList<>();
        List<Declared.Failure> failures = new ArrayList<>();
        for (String name : classes) {
            try {
                suites.add(Internals.spec(SuiteClasses.declare(name)));
            } catch (SuiteClassException e) {
                failures.add(failure(name, e));
            }
        }
        return new Declared(suites, failures);
    }

    private static Declared services() {
        List<SuiteSpec> suites = new ArrayList<>();
        List<Declared.Failure> failures = new ArrayList<>();
        for (SuiteClasses.Service service : SuiteClasses.services()) {
            service.suite().ifPresent(suite -> suites.add(Internals.spec(suite)));
            service.failure().ifPresent(e -> failures.add(failure(service.className(), e)));
        }
        return new Declared(suites, failures);
    }

    private static Declared.Failure failure(String className, SuiteClassException e) {
        return new Declared.Failure(className, String.valueOf(e.getMessage()), e.authorFrames());
    }
}
