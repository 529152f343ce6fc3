package dev.clnrm.bench.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.clnrm.bench.cli.Main;
import dev.clnrm.bench.dsl.Bench;
import java.net.URL;
import java.util.List;

/** The classes of the program, and apart from them its tests. */
final class Classes {
    static final JavaClasses ENGINE = new ClassFileImporter().importUrl(locationOf(Main.class));
    static final JavaClasses DSL = new ClassFileImporter().importUrl(locationOf(Bench.class));
    static final JavaClasses ALL =
            new ClassFileImporter().importUrls(List.of(locationOf(Main.class), locationOf(Bench.class)));

    static final JavaClasses TESTS = new ClassFileImporter().importUrl(locationOf(Classes.class));

    private Classes() {}

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
