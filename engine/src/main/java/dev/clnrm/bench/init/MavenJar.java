package dev.clnrm.bench.init;

import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.init.Reactor.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jar in which a module's build packs its benchmarks together with their libraries, like JMH's archetype. If there is none, it is the
 * folders and jars of the module's class path.
 */
final class MavenJar {
    /** The folder to which a build copies the libraries of a module without such a jar. */
    static final String LIBRARIES = "target/deps";

    private static final String JMH = "org.openjdk.jmh.Main";
    private static final String ALL = "jar-with-dependencies";
    private static final Set<String> MAIN = Set.of("main", "jmh");
    private static final Set<String> MAVEN = Set.of("main", "test", "jmh");

    private MavenJar() {}

    static Packing of(BenchmarkModule module, Pom pom, ProjectFiles files) {
        return shaded(module, pom)
                .or(() -> assembled(module, pom))
                .or(() -> beside(module, pom, files))
                .orElseGet(() -> new Packing.Unpacked(
                        module,
                        "its benchmarks are in neither src/main nor src/test of a module that is compiled",
                        "move them to src/test/java, or write `jmh:` and `build:` in budgets.yaml by hand"));
    }

    /** How a build makes the jar: the plugin may be in a profile. */
    static Reach reach(BenchmarkModule module, Pom pom) {
        return shader(module, pom)
                .or(() -> assembler(module, pom))
                .map(MavenPlugin::reach)
                .orElse(Reach.ALWAYS);
    }

    /** The packing without such a jar: the folders of compiled classes, and the libraries that the build copies. */
    private static Optional<Packing> beside(BenchmarkModule module, Pom pom, ProjectFiles files) {
        boolean main = compiledToMain(module, pom);
        boolean compiles = !pom.packaging().equals("pom");
        if (!compiles || (!main && !module.has("test"))) {
            return Optional.empty();
        }
        Optional<String> folder = pom.directory().filter(MavenJar::isRelative);
        if (folder.isEmpty()) {
            return Optional.of(new Packing.Unpacked(
                    module,
                    "could not tell the folder that " + pom.path() + " builds to",
                    "write `jmh:` and `build:` in budgets.yaml by hand"));
        }
        String sources = module.path("src/main/");
        List<String> entries = new ArrayList<>();
        if (module.has("test")) {
            entries.add(Pom.normal(module.path(folder.get() + "/test-classes")));
        }
        if (main || files.names().stream().anyMatch(name -> name.startsWith(sources))) {
            entries.add(Pom.normal(module.path(folder.get() + "/classes")));
        }
        entries.add(module.path(LIBRARIES + "/*"));
        return Optional.of(Packing.packed(
                module.only(main ? MAVEN : Set.of("test")),
                WrittenClassPath.of(entries.toArray(String[]::new)),
                pom.path(),
                cautions(pom)));
    }

    /** The jar of the maven-shade-plugin. It packs the contents of the module's own jar, which excludes tests. */
    private static Optional<Packing> shaded(BenchmarkModule module, Pom pom) {
        return shader(module, pom).map(plugin -> packing(module.only(MAIN), pom, plugin, shadedName(plugin, pom)));
    }

    private static Optional<MavenPlugin> shader(BenchmarkModule module, Pom pom) {
        return MavenPlugin.inProfiles(pom, "maven-shade-plugin")
                .filter(plugin -> plugin.runs("shade") && compiledToMain(module, pom));
    }

    private static Optional<String> shadedName(MavenPlugin plugin, Pom pom) {
        if (plugin.sets("outputFile")) {
            return plugin.setting("outputFile");
        }
        boolean beside = plugin.setting("shadedArtifactAttached").equals(Optional.of("true"));
        String suffix = beside ? "-" + plugin.setting("shadedClassifierName").orElse("shaded") : "";
        return named(plugin, pom, suffix);
    }

    /** The jar of the maven-assembly-plugin. It also packs tests if its descriptor says so. A jar that starts JMH is a benchmark jar. */
    private static Optional<Packing> assembled(BenchmarkModule module, Pom pom) {
        return assembler(module, pom)
                .map(plugin -> packing(module.only(MAVEN), pom, plugin, assembledName(plugin, pom)));
    }

    private static Optional<MavenPlugin> assembler(BenchmarkModule module, Pom pom) {
        return MavenPlugin.inProfiles(pom, "maven-assembly-plugin")
                .filter(plugin -> plugin.runs("single"))
                .filter(plugin -> startsJmh(plugin) || (isAll(plugin) && compiledToMain(module, pom)))
                .filter(plugin -> isAll(plugin) || !appendsId(plugin));
    }

    private static Optional<String> assembledName(MavenPlugin plugin, Pom pom) {
        return named(plugin, pom, appendsId(plugin) ? "-" + ALL : "");
    }

    private static boolean startsJmh(MavenPlugin plugin) {
        return plugin.setting("archive", "manifest", "mainClass").equals(Optional.of(JMH));
    }

    private static boolean isAll(MavenPlugin plugin) {
        return plugin.setting("descriptorRefs", "descriptorRef").equals(Optional.of(ALL));
    }

    /** The path of the jar, with the plugin's name for it or else the project's. */
    private static Optional<String> named(MavenPlugin plugin, Pom pom, String suffix) {
        Optional<String> stem = plugin.sets("finalName")
                ? plugin.setting("finalName")
                : pom.finalName().flatMap(pom::resolved);
        Optional<String> folder = plugin.sets("outputDirectory") ? plugin.setting("outputDirectory") : pom.directory();
        return folder.flatMap(path -> stem.map(name -> path + "/" + name + suffix + ".jar"));
    }

    private static boolean appendsId(MavenPlugin plugin) {
        return !plugin.setting("appendAssemblyId").equals(Optional.of("false"));
    }

    private static Packing packing(BenchmarkModule module, Pom pom, MavenPlugin plugin, Optional<String> name) {
        Optional<String> jar =
                name.filter(MavenJar::isRelative).map(module::path).map(Pom::normal);
        if (jar.isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "could not tell the name of the jar that " + pom.path() + " makes",
                    "write `jar:` and `build:` in budgets.yaml by hand");
        }
        List<String> cautions = new ArrayList<>();
        if (plugin.setting("finalName").isEmpty() && pom.namesVersion()) {
            cautions.add("the name of " + jar.get() + " contains the version: a pull request that changes the version"
                    + " cannot be measured; to allow it, write `*` for the version in budgets.yaml");
        }
        cautions.addAll(cautions(pom));
        return Packing.packed(module, WrittenClassPath.ofJar(jar.get()), pom.path(), cautions);
    }

    private static boolean isRelative(String path) {
        return !path.startsWith("/");
    }

    private static List<String> cautions(Pom pom) {
        return HeaderCheck.of(pom).stream().map(HeaderCheck::caution).toList();
    }

    /** Whether its benchmarks are compiled with the main code. */
    private static boolean compiledToMain(BenchmarkModule module, Pom pom) {
        return module.has("main")
                || (module.has("jmh")
                        && MavenPlugin.of(pom, "build-helper-maven-plugin")
                                .filter(plugin -> plugin.runs("add-source"))
                                .isPresent());
    }
}
