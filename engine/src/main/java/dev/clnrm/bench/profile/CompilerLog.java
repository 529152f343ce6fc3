package dev.clnrm.bench.profile;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.JitFindings.Inlining;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The inlining decisions of HotSpot in one fork, from its compilation log. If a method was compiled several times, the last
 * compilation counts. Code with counters is ignored, because it is replaced.
 *
 * @param inlined the calls that are inlined somewhere
 * @param refused the calls that are made but inlined nowhere, with the compiler's reason
 */
record CompilerLog(Set<Call> inlined, Map<Call, String> refused) {
    /** The levels of final code: of the last compiler, for which the log has no level, and of the first compiler without counters. */
    private static final Set<String> LAST_LEVELS = Set.of("", "1", "4");

    /** Reasons that only mean that the call has not been made yet. */
    private static final Pattern COLD = Pattern.compile(
            ".*(not reached|never executed|executed <|low call site frequency|too cold|uncommon|unloaded|not initialized|not linked|not loaded).*");

    /** The most bytes of a log; a fork of some seconds writes a tenth of it. */
    private static final long LARGEST = 256L << 20;

    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    CompilerLog {
        inlined = Set.copyOf(inlined);
        refused = Map.copyOf(refused);
    }

    /** A call, by the class and name of both methods, without the numbers of lambdas and anonymous classes. */
    record Call(String caller, String callee) {}

    /** The same case, with a fork that writes a log. */
    static PlannedCase writing(PlannedCase planned, Path log) {
        List<String> logging = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+LogCompilation", "-XX:LogFile=" + log);
        return planned.with(planned.launch().andJvmArgs(logging), planned.effort());
    }

    /** The name of a class, normalised so that it is the same in every JVM and on both sides. */
    static String type(String name) {
        return Frame.withoutNumbers(Frame.stable(name.replace('/', '.')));
    }

    static CompilerLog read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it has more than " + (LARGEST >> 20) + " MiB");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            Reading reading = new Reading();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reading.start(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    reading.end(xml.getLocalName());
                }
            }
            return reading.log();
        } catch (XMLStreamException e) {
            throw new IOException(
                    "it is incomplete: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    /**
     * The calls that all forks of one side inline, and that all forks of the other side make but never inline.
     *
     * @param base the logs of the base's forks
     * @param head the logs of the head's forks
     */
    static List<Inlining> differences(Collection<CompilerLog> base, Collection<CompilerLog> head) {
        return Stream.concat(onOneSide(base, head, true), onOneSide(head, base, false))
                .toList();
    }

    private static Stream<Inlining> onOneSide(
            Collection<CompilerLog> one, Collection<CompilerLog> other, boolean base) {
        return other.stream()
                .limit(1)
                .flatMap(first -> first.refused.entrySet().stream())
                .filter(call -> one.stream().allMatch(log -> log.inlined.contains(call.getKey()))
                        && other.stream().allMatch(log -> log.refused.containsKey(call.getKey())))
                .map(call -> new Inlining(call.getKey().callee, call.getKey().caller, base, call.getValue()))
                .sorted(Comparator.comparing(found -> found.callee() + " " + found.caller()));
    }

    /** The state of the reader. Its ids of classes and methods are valid for one compilation. */
    private static final class Reading {
        private final Map<String, String> classes = new HashMap<>();
        private final Map<String, String> methods = new HashMap<>();
        private final Deque<String> callers = new ArrayDeque<>();
        private final Map<String, Map<Call, Optional<String>>> compiled = new HashMap<>();
        private Map<Call, Optional<String>> calls = new HashMap<>();
        private String root = "";
        private String callee = "";
        private boolean last;

        void start(XMLStreamReader element) {
            switch (element.getLocalName()) {
                case "task" -> {
                    classes.clear();
                    methods.clear();
                    callers.clear();
                    calls = new HashMap<>();
                    root = said(element, "method") + said(element, "osr_bci");
                    last = LAST_LEVELS.contains(said(element, "level"));
                }
                case "klass" -> classes.put(said(element, "id"), type(said(element, "name")));
                case "method" ->
                    methods.put(
                            said(element, "id"),
                            classes.getOrDefault(said(element, "holder"), "?")
                                    + "."
                                    + Frame.withoutNumbers(said(element, "name")));
                case "parse" -> {
                    if (callers.isEmpty()) {
                        calls.clear();
                    }
                    callers.push(methods.getOrDefault(said(element, "method"), ""));
                }
                case "call" -> callee = methods.getOrDefault(said(element, "method"), "");
                case "inline_success" -> decided(Optional.empty());
                case "inline_fail" -> decided(Optional.of(said(element, "reason")));
                default -> {}
            }
        }

        void end(String element) {
            if (element.equals("parse") && !callers.isEmpty()) {
                callers.pop();
            } else if (element.equals("task") && last) {
                compiled.put(root, calls);
            }
        }

        /** Records a decision. "Inlined" has priority over "refused", and a call that was made over one that was not. */
        private void decided(Optional<String> refusal) {
            boolean cold =
                    refusal.filter(reason -> COLD.matcher(reason).matches()).isPresent();
            if (!callers.isEmpty() && !callee.isEmpty() && !cold) {
                calls.merge(new Call(callers.peek(), callee), refusal, (a, b) -> a.isEmpty() ? a : b);
            }
        }

        CompilerLog log() {
            Set<Call> inlined = new HashSet<>();
            Map<Call, String> refused = new HashMap<>();
            compiled.values()
                    .forEach(some -> some.forEach((call, refusal) ->
                            refusal.ifPresentOrElse(reason -> refused.put(call, reason), () -> inlined.add(call))));
            refused.keySet().removeAll(inlined);
            return new CompilerLog(inlined, refused);
        }

        private static String said(XMLStreamReader element, String attribute) {
            String value = element.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }
    }
}
