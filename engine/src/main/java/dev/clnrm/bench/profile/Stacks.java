package dev.clnrm.bench.profile;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stacks of one kind, from the benchmark's body to the sampled frame.
 *
 * @param weights the weight of the samples by stack: seconds or bytes
 * @param samples the number of samples
 */
public record Stacks(Map<List<Frame>, Double> weights, int samples) {
    public static final Stacks NONE = new Stacks(Map.of(), 0);

    /** Characters with a special meaning in a page or a terminal. {@code <init>} and {@code <clinit>} are methods. */
    private static final String UNSAFE = "<(?!(cl)?init>)|(?<!init)>|[\"'&;\\\\\\p{Cntrl}]";

    public Stacks {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

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
        Map<List<Frame>, List<Place>> own = new HashMap<>();
        weights.forEach((stack, weight) -> {
            List<Frame> frames = leafAndCaller(stack);
            List<Place> places = own.computeIfAbsent(
                    frames.stream().map(Frame::anyLine).toList(),
                    methods -> methods.stream().map(method -> new Place()).toList());
            for (int i = 0; i < frames.size(); i++) {
                places.get(i).add(frames.get(i), weight);
            }
        });
        double total = total();
        return own.values().stream()
                .map(places -> new Hot(
                        places.get(0).frame(),
                        places.stream().skip(1).map(Place::frame).findFirst(),
                        places.get(0).weight / total))
                .sorted((left, right) -> Double.compare(right.share, left.share))
                .toList();
    }

    /** The share of the samples with a method anywhere in their stack. */
    double below(String method) {
        String withoutNumbers = Frame.withoutNumbers(CompilerLog.type(method));
        return weights.entrySet().stream()
                        .filter(stack -> stack.getKey().stream()
                                .anyMatch(frame -> withoutNumbers.equals(Frame.withoutNumbers(frame.name()))))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / Math.max(total(), Double.MIN_NORMAL);
    }

    /**
     * The weight of each method of the user, including the JDK methods that it calls; by the method without its line. The lambdas of one
     * method count together, and so do the anonymous classes of one class.
     */
    Map<Frame, Place> places() {
        Map<Frame, Place> places = new HashMap<>();
        weights.forEach((stack, weight) -> {
            List<Frame> frames = leafAndCaller(stack);
            Frame author = frames.get(frames.size() - 1);
            Place place = places.computeIfAbsent(author.anyNumber(), method -> new Place());
            place.add(author, weight);
            if (!frames.get(0).equals(author)) {
                place.parts.merge(frames.get(0).name(), weight, Double::sum);
            }
        });
        return places;
    }

    /** The weight of a method, by its lines and by the JDK methods it calls. */
    static final class Place {
        private final Map<Frame, Double> lines = new TreeMap<>(
                Comparator.comparing(Frame::type).thenComparing(Frame::method).thenComparingInt(Frame::line));
        private final Map<String, Double> parts = new TreeMap<>();
        private double weight;

        private void add(Frame at, double more) {
            weight += more;
            lines.merge(at, more, Double::sum);
        }

        double weight() {
            return weight;
        }

        /** The method at its line with the largest weight. */
        Frame frame() {
            return Collections.max(lines.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }

        Map<String, Double> parts() {
            return parts;
        }
    }

    /** The innermost Java frame, and the nearest caller outside the JDK if that frame is code of the JDK. */
    private static List<Frame> leafAndCaller(List<Frame> stack) {
        int last = innermost(stack);
        Frame leaf = stack.get(last);
        return Stream.concat(Stream.of(leaf), caller(stack.subList(0, last), leaf).stream())
                .toList();
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
