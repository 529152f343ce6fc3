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
 * Reads the declarations of suite classes on this JVM's class path and writes each to a separate file. It runs in a separate
 * process, so that code that exits, hangs or prints in a declaration cannot harm; results written before that are kept.
 */
public final class DeclareMain {
    /** Given instead of a class: every suite that is registered as a service. */
    public static final String SERVICES = "-";

    private DeclareMain() {}

    /**
     * Writes the declarations.
     *
     * @param args pairs: the file to write, then the name of a suite class or {@link #SERVICES}
     */
    public static void main(String[] args) throws IOException {
        for (int at = 0; at < args.length; at += 2) {
            Declared declared = args[at + 1].equals(SERVICES) ? services() : named(args[at + 1]);
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[at])))) {
                RecordCodec.write(declared, out);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Declared named(String name) {
        try {
            return new Declared(List.of(Internals.spec(SuiteClasses.declare(name))), List.of());
        } catch (SuiteClassException e) {
            return new Declared(List.of(), List.of(failure(name, e)));
        }
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
