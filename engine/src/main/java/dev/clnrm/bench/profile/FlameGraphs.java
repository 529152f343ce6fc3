package dev.clnrm.bench.profile;

import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import one.convert.Arguments;
import one.convert.FlameGraph;

/** Writes stacks as text and as flame graphs. The pages need no network; async-profiler's converter draws them. */
public final class FlameGraphs {
    private FlameGraphs() {}

    /**
     * Writes {@code cpu.html}, {@code cpu.collapsed} and so on for every kind with samples.
     *
     * @param title the heading of the graphs
     * @param side the prefix of the file names: empty, {@code base-} or {@code head-}
     * @return the graphs, in the order of the kinds
     */
    public static List<Path> write(Profile profile, String title, Path folder, String side) {
        List<Path> files = new ArrayList<>();
        profile.kinds().forEach((kind, stacks) -> {
            String text = stacks.collapsed(unit(kind));
            WholeFile.write(
                    folder.resolve(side + kind.word() + ".collapsed"),
                    out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            Path html = folder.resolve(side + kind.word() + ".html");
            FlameGraph graph = parsed(text, new Arguments("--title", title + ": " + kind.word()));
            WholeFile.write(html, out -> dump(graph, new PrintStream(out, false, StandardCharsets.UTF_8)));
            files.add(html);
        });
        return files;
    }

    /**
     * Writes {@code diff-cpu.html}: the head's graph, coloured by growth.
     *
     * @return the graph
     */
    public static Path difference(ProfileKind kind, Stacks base, Stacks head, String title, Path folder) {
        Arguments arguments = new Arguments("--title", title + ": " + kind.word() + ", red grew", "--diff");
        FlameGraph graph = parsed(head.collapsed(unit(kind)), arguments);
        graph.diff(parsed(base.collapsed(unit(kind)), arguments));
        Path html = folder.resolve("diff-" + kind.word() + ".html");
        WholeFile.write(html, out -> dump(graph, new PrintStream(out, false, StandardCharsets.UTF_8)));
        return html;
    }

    /** The weight that the number 1 in the text stands for: one byte, one microsecond. */
    private static double unit(ProfileKind kind) {
        return kind == ProfileKind.ALLOCATION ? 1 : 1e-6;
    }

    private static FlameGraph parsed(String collapsed, Arguments arguments) {
        FlameGraph graph = new FlameGraph(arguments);
        try {
            graph.parseCollapsed(new StringReader(collapsed));
            return graph;
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string is always readable
        }
    }

    private static void dump(FlameGraph graph, PrintStream out) throws IOException {
        graph.dump(out);
        if (out.checkError()) {
            throw new IOException("no space is left, or the file cannot be written");
        }
    }
}
