package dev.clnrm.bench.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stacks of one kind, from the benchmark's body to the sampled frame.
 *
 * @param weights the weight of the samples by stack: seconds or bytes
 * @param samples the number of samples
 */
public record Stacks(Map<List<Frame>, Double> weights, int samples) {
    /** No samples. */
    public static final Stacks NONE = new Stacks(Map.of(), 0);

    /** Characters with a special meaning in a page or a terminal. {@code <init>} and {@code <clinit>} are methods. */
    private static final String UNSAFE = "<(?!(cl)?init>)|(?<!init)>|[\"'&;\\\\\\p{Cntrl}]";

    public Stacks {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** The total weight of all samples. */
    public double total() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * The own cost of one method, without what it calls.
     *
     * @param frame the method, at its line with the largest weight
     * @param caller the nearest caller outside the JDK, at its line with the largest weight; empty if the method itself is
     *     outside the JDK
     * @param share of all, in (0, 1]
     */
    public record Hot(Frame frame, Optional<Frame> caller, double share) {}

    /** The methods by their own weight, the largest first. */
    public List<Hot> hottest() {
        double total = total();
        return own().values().stream()
                .map(one -> new Hot(one.frame(), one.caller(), one.weight / total))
                .sorted((left, right) -> Double.compare(right.share, left.share))
                .toList();
    }

    /** The share of the samples with a method anywhere in their stack. */
    double below(String method) {
        return weights.entrySet().stream()
                        .filter(stack -> stack.getKey().stream()
                                .anyMatch(frame -> method.equals(CompilerLog.type(frame.name()))))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / Math.max(total(), Double.MIN_NORMAL);
    }

    /** The own weight of methods with their callers, by names without lines. */
    Map<List<Frame>, Own> own() {
        Map<List<Frame>, Own> own = new HashMap<>();
        weights.forEach((stack, weight) -> {
            int last = innermost(stack);
            Frame leaf = stack.get(last);
            Optional<Frame> caller = caller(stack.subList(0, last), leaf);
            List<Frame> key = new ArrayList<>(List.of(leaf.anyLine()));
            caller.map(Frame::anyLine).ifPresent(key::add);
            own.computeIfAbsent(key, method -> new Own(method)).add(leaf, caller, weight);
        });
        return own;
    }

    /** The weight of each method of the user, including the JDK methods that it calls; by the method without its line. */
    Map<Frame, Place> places() {
        Map<Frame, Place> places = new HashMap<>();
        weights.forEach((stack, weight) -> {
            int last = innermost(stack);
            Frame leaf = stack.get(last);
            Frame author = caller(stack.subList(0, last), leaf).orElse(leaf);
            places.computeIfAbsent(author.anyLine(), Place::new).add(author, leaf, weight);
        });
        return places;
    }

    /** The weight of a user's method, by its lines and by the JDK methods it calls. */
    static final class Place {
        private final Frame method;
        private final Map<Integer, Double> lines = new TreeMap<>();
        private final Map<String, Double> parts = new TreeMap<>();
        private double weight;

        private Place(Frame method) {
            this.method = method;
        }

        private void add(Frame author, Frame leaf, double more) {
            weight += more;
            lines.merge(author.line(), more, Double::sum);
            if (!leaf.equals(author)) {
                parts.merge(leaf.name(), more, Double::sum);
            }
        }

        double weight() {
            return weight;
        }

        Frame frame() {
            return Own.at(method, lines);
        }

        Map<String, Double> parts() {
            return parts;
        }
    }

    /** The index of the innermost Java frame. The native functions below it have other names on other machines. */
    private static int innermost(List<Frame> stack) {
        int last = stack.size() - 1;
        while (last > 0 && stack.get(last).isNative()) {
            last--;
        }
        return last;
    }

    /** The nearest caller outside the JDK of code in the JDK. */
    private static Optional<Frame> caller(List<Frame> callers, Frame leaf) {
        for (int i = callers.size() - 1; i >= 0 && leaf.isOfTheJdk(); i--) {
            if (!callers.get(i).isOfTheJdk()) {
                return Optional.of(callers.get(i));
            }
        }
        return Optional.empty();
    }

    /** The weight of a method, by its lines. */
    static final class Own {
        private final List<Frame> method;
        private final Map<Integer, Double> lines = new TreeMap<>();
        private final Map<Integer, Double> callerLines = new TreeMap<>();
        private double weight;

        private Own(List<Frame> method) {
            this.method = method;
        }

        private void add(Frame leaf, Optional<Frame> caller, double more) {
            weight += more;
            lines.merge(leaf.line(), more, Double::sum);
            caller.ifPresent(one -> callerLines.merge(one.line(), more, Double::sum));
        }

        double weight() {
            return weight;
        }

        Frame frame() {
            return at(method.get(0), lines);
        }

        Optional<Frame> caller() {
            return method.size() == 1 ? Optional.empty() : Optional.of(at(method.get(1), callerLines));
        }

        private static Frame at(Frame method, Map<Integer, Double> lines) {
            int heaviest = Collections.max(lines.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            return new Frame(method.type(), method.method(), heaviest);
        }
    }

    /**
     * The stacks in the format of flame graph tools: a line for each, with frames from the caller to the callee and a weight.
     *
     * @param unit the weight that the number 1 in the text stands for
     */
    public String collapsed(double unit) {
        Map<String, Double> lines = new TreeMap<>();
        weights.forEach((stack, weight) -> lines.merge(
                stack.stream().map(Stacks::collapsed).collect(Collectors.joining(";")), weight, Double::sum));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " " + Math.max(1, Math.round(line.getValue() / unit)) + "\n")
                .collect(Collectors.joining());
    }

    private static String collapsed(Frame frame) {
        String type = frame.method().isEmpty() ? frame.type() : frame.type().replace('.', '/');
        String name = frame.type().isEmpty()
                ? frame.method()
                : frame.method().isEmpty() ? type + "_[i]" : type + "." + frame.method() + "_[j]";
        return name.replaceAll(UNSAFE, "?").replace(' ', '_');
    }
}
