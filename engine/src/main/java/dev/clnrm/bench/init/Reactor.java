package dev.clnrm.bench.init;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules that a Maven build of the whole project builds.
 *
 * @param modules how a build reaches each module, by its folder
 */
record Reactor(Map<String, Reach> modules) {
    private static final int MOST = 2000;
    private static final Pattern FROM_JDK = Pattern.compile("\\[?([0-9]{1,3})(,[^)\\]]{0,10}[)\\]])?");

    /**
     * The conditions under which a build reaches a module.
     *
     * @param flags the Maven options that it needs
     * @param jdk the first feature version that reaches it; 0 if every version does
     * @param unless the properties that must not be set
     * @param certain whether the conditions are known
     */
    record Reach(SortedSet<String> flags, int jdk, SortedSet<String> unless, boolean certain) {
        static final Reach ALWAYS = new Reach(new TreeSet<>(), 0, new TreeSet<>(), true);

        Reach and(Reach more) {
            SortedSet<String> allFlags = new TreeSet<>(flags);
            allFlags.addAll(more.flags);
            SortedSet<String> allUnless = new TreeSet<>(unless);
            allUnless.addAll(more.unless);
            return new Reach(allFlags, Math.max(jdk, more.jdk), allUnless, certain && more.certain);
        }
    }

    /** The modules that a build of one {@code pom.xml} builds. */
    static Reactor of(ProjectFiles files, String pom) {
        Map<String, Reach> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        found.put(folder(pom), Reach.ALWAYS);
        open.add(pom);
        while (!open.isEmpty() && found.size() < MOST) {
            String path = open.remove();
            Reach here = found.getOrDefault(folder(path), Reach.ALWAYS);
            Optional<XmlElement> root = Pom.read(files, path).map(Pom::xml);
            root.stream()
                    .flatMap(xml -> Stream.concat(
                            modules(xml, Reach.ALWAYS),
                            xml.all("profiles", "profile").stream().flatMap(one -> modules(one, activation(one)))))
                    .forEach(module -> Pom.sibling(files, path, module.getKey()).ifPresent(child -> {
                        if (found.putIfAbsent(folder(child), here.and(module.getValue())) == null) {
                            open.add(child);
                        }
                    }));
        }
        return new Reactor(found);
    }

    Optional<Reach> reach(String folder) {
        return Optional.ofNullable(modules.get(folder));
    }

    /** The {@code pom.xml} of each module. */
    Stream<String> poms() {
        return modules.keySet().stream().map(folder -> folder.isEmpty() ? Pom.FILE : folder + "/" + Pom.FILE);
    }

    private static Stream<Map.Entry<String, Reach>> modules(XmlElement in, Reach reach) {
        return in.all("modules", "module").stream()
                .flatMap(one -> one.text().stream())
                .map(name -> Map.entry(name, reach));
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** The conditions that activate a profile. */
    static Reach activation(XmlElement profile) {
        Optional<XmlElement> activation = profile.at("activation");
        List<XmlElement> conditions = activation.map(XmlElement::children).orElse(List.of()).stream()
                .filter(one ->
                        !(one.name().equals("activeByDefault") && one.text().equals(Optional.of("false"))))
                .toList();
        if (conditions.isEmpty()) {
            return profile.text("id").map(id -> flag("-P" + id)).orElse(uncertain());
        }
        return conditions.stream().map(Reactor::condition).reduce(Reach.ALWAYS, Reach::and);
    }

    private static Reach condition(XmlElement one) {
        return switch (one.name()) {
            case "activeByDefault" -> one.text().equals(Optional.of("true")) ? Reach.ALWAYS : uncertain();
            case "jdk" -> jdk(one.text().orElse(""));
            case "property" -> property(one.text("name").orElse(""), one.text("value"));
            default -> uncertain();
        };
    }

    private static Reach jdk(String range) {
        Matcher from = FROM_JDK.matcher(range.replace(" ", ""));
        return from.matches()
                ? new Reach(new TreeSet<>(), Integer.parseInt(from.group(1)), new TreeSet<>(), true)
                : uncertain();
    }

    private static Reach property(String name, Optional<String> value) {
        if (name.startsWith("!") && value.isEmpty()) {
            return new Reach(new TreeSet<>(), 0, new TreeSet<>(List.of(name.substring(1))), true);
        }
        return flag("-D" + name + value.map(text -> "=" + text).orElse(""));
    }

    private static Reach flag(String option) {
        return Packing.PLAIN.matcher(option.substring(1).replace('=', '_')).matches()
                ? new Reach(new TreeSet<>(List.of(option)), 0, new TreeSet<>(), true)
                : uncertain();
    }

    private static Reach uncertain() {
        return new Reach(new TreeSet<>(), 0, new TreeSet<>(), false);
    }
}
