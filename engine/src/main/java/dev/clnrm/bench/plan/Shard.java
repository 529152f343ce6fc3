package dev.clnrm.bench.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a run, each measured on a different machine. Each case is in exactly one part, with both its sides.
 *
 * @param number the number of the part, from 1
 * @param of the number of parts
 */
public record Shard(int number, int of) {
    /** All cases. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    public Shard {
        if (number < 1 || of < number) {
            throw new IllegalArgumentException("there is no part " + number + " of " + of);
        }
    }

    /** As written on the command line: {@code 1/4}. */
    public static Optional<Shard> ofWord(String word) {
        Matcher parts = WRITTEN.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        int of = Integer.parseInt(parts.group(2));
        return number >= 1 && number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    /** As stored in a run: {@code 1/4}; empty for all cases. */
    public Optional<String> section() {
        return of == 1 ? Optional.empty() : Optional.of(number + "/" + of);
    }

    /**
     * The values of this part, dealt one by one.
     *
     * @param before the number of values dealt before these
     */
    <T> List<T> of(List<T> all, int before) {
        return IntStream.range(0, all.size())
                .filter(i -> (before + i) % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
