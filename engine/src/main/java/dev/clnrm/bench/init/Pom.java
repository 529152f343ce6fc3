package dev.clnrm.bench.init;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.SAXException;

/**
 * A {@code pom.xml} with its parents inside the repository.
 *
 * @param path its path in the project
 * @param xml its root element
 * @param parent the parent, if it is in the repository
 */
record Pom(String path, XmlElement xml, Optional<Pom> parent) {
    static final String FILE = "pom.xml";

    private static final int MOST_PARENTS = 20;
    private static final int MOST_REPLACEMENTS = 20;
    private static final int LONGEST = 1000;
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([A-Za-z0-9_.-]{1,200})}");

    /** Reads the file at a path; empty if it does not exist or cannot be read. */
    static Optional<Pom> read(ProjectFiles files, String path) {
        return read(files, path, MOST_PARENTS);
    }

    private static Optional<Pom> read(ProjectFiles files, String path, int parents) {
        Optional<XmlElement> xml = files.bytes(path).flatMap(bytes -> parsed(files, path, bytes));
        return xml.map(root -> new Pom(
                path,
                root,
                root.at("parent")
                        .filter(parent -> parents > 0)
                        .flatMap(parent ->
                                sibling(files, path, parent.text("relativePath").orElse("../" + FILE)))
                        .flatMap(file -> read(files, file, parents - 1))
                        .filter(parent -> parent.artifactId().equals(root.text("parent", "artifactId")))));
    }

    private static Optional<XmlElement> parsed(ProjectFiles files, String path, byte[] bytes) {
        try {
            return Optional.of(XmlElement.read(bytes))
                    .filter(root -> root.name().equals("project"));
        } catch (SAXException e) {
            files.refuse(path, "is not read: it is not plain XML, or it has a document type");
            return Optional.empty();
        }
    }

    /** The path of the {@code pom.xml} that another one refers to, by file or by folder. */
    static Optional<String> sibling(ProjectFiles files, String path, String written) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        return Stream.of(written, written + "/" + FILE)
                .map(name -> normal(folder + name))
                .filter(files::has)
                .findFirst();
    }

    /** The path without {@code .}, and without {@code ..} except at its start, if it leaves the project. */
    static String normal(String path) {
        java.util.ArrayDeque<String> names = new java.util.ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    Optional<String> artifactId() {
        return xml.text("artifactId");
    }

    /** The group id and artifact id that its project or one of its dependencies names. */
    Optional<String> id(XmlElement named) {
        return named.text("groupId").or(() -> property("groupId")).flatMap(group -> named.text("artifactId")
                .flatMap(artifact -> resolved(group + ":" + artifact)));
    }

    /** This file and all its parents, the nearest first. */
    List<Pom> line() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, one -> one.flatMap(Pom::parent))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A value with its properties replaced; empty if a property is unknown. */
    Optional<String> resolved(String written) {
        String text = written;
        for (int replaced = 0; replaced <= MOST_REPLACEMENTS && text.length() <= LONGEST; replaced++) {
            Matcher property = PROPERTY.matcher(text);
            if (!property.find()) {
                return text.contains("$") ? Optional.empty() : Optional.of(text);
            }
            Optional<String> value = property(property.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text = text.substring(0, property.start()) + value.get() + text.substring(property.end());
        }
        return Optional.empty();
    }

    /** The value of a property, as written. */
    Optional<String> property(String name) {
        Map<String, Optional<String>> own = new HashMap<>();
        own.put("artifactId", artifactId());
        own.put("groupId", xml.text("groupId").or(() -> xml.text("parent", "groupId")));
        own.put("version", writtenVersion());
        own.put("parent.version", xml.text("parent", "version"));
        own.put("parent.groupId", xml.text("parent", "groupId"));
        own.put("parent.artifactId", xml.text("parent", "artifactId"));
        own.put("build.directory", Optional.of(writtenDirectory()));
        own.put("basedir", Optional.of("."));
        own.put("build.finalName", finalName());
        Optional<String> known = own.getOrDefault(name.replaceFirst("^(project|pom)\\.", ""), Optional.empty());
        return known.or(() -> line().stream()
                .flatMap(pom -> pom.xml.text("properties", name).stream())
                .findFirst());
    }

    private Optional<String> writtenVersion() {
        return xml.text("version").or(() -> xml.text("parent", "version"));
    }

    /** Its version; empty if a property is unknown. */
    Optional<String> version() {
        return writtenVersion().flatMap(this::resolved);
    }

    /** What it makes: {@code jar} if it does not say so. */
    String packaging() {
        return xml.text("packaging").orElse("jar");
    }

    private String writtenDirectory() {
        return written("build", "directory").orElse("target");
    }

    /** The folder of what it builds; empty if a property is unknown. */
    Optional<String> directory() {
        return resolved(writtenDirectory());
    }

    /** The name of its jars without suffix, as written. */
    Optional<String> finalName() {
        return written("build", "finalName")
                .or(() -> artifactId().flatMap(id -> writtenVersion().map(version -> id + "-" + version)));
    }

    /** Whether the name of its jars contains the version. */
    boolean namesVersion() {
        return written("build", "finalName")
                .map(name -> name.contains("version}"))
                .orElse(true);
    }

    private Optional<String> written(String... path) {
        return line().stream().flatMap(pom -> pom.xml.text(path).stream()).findFirst();
    }
}
