package dev.clnrm.bench.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text from left to right. What cannot be read is a fault, and the answer empty. */
final class Cursor {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?(\\d+))?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,_']\\d{3}){1,12}(?!\\d)");
    private static final Pattern UNIT = Pattern.compile("[^\\s,]+");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EXPONENT = 3;

    private final Text text;
    private final String value;
    private int at;

    Cursor(Text text) {
        this.text = text;
        this.value = text.value();
    }

    /**
     * A number with a unit.
     *
     * @param value in the base unit
     * @param spot where it stands
     */
    record Amount(double value, Spot spot) {}

    /** Steps over the words, if they come next; they may be any number of spaces apart. */
    boolean eat(String words) {
        Matcher matcher = Pattern.compile("\\s*" + words.replace(" ", "\\s+") + "(?![\\w-])")
                .matcher(value);
        boolean found = matcher.region(at, value.length()).lookingAt();
        if (found) {
            at = matcher.end();
        }
        return found;
    }

    /** Steps over a mark of punctuation, if it comes next. */
    boolean eatMark(String mark) {
        int next = afterSpaces();
        if (value.startsWith(mark, next)) {
            at = next + mark.length();
            return true;
        }
        return false;
    }

    /** Whether nothing but spaces is left. */
    boolean atEnd() {
        return afterSpaces() == value.length();
    }

    /** A fault at what is left. */
    void fault(String message, String help) {
        text.reading().fault(rest(), message, help);
    }

    /** Whether nothing is left; what is left is a fault. */
    boolean end(String help) {
        if (!atEnd()) {
            fault("unexpected " + Inert.quote(value.substring(afterSpaces()).stripTrailing()), help);
            return false;
        }
        return true;
    }

    /** An amount of the kind, not negative. */
    Optional<Amount> amount(Unit kind) {
        int from = afterSpaces();
        Optional<BigDecimal> number = number(kind.what(), kind.help());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int numberEnd = at;
        Matcher unit = UNIT.matcher(value).region(afterSpaces(), value.length());
        if (!unit.lookingAt()) {
            Spot spot = text.part(from, numberEnd);
            text.reading().fault(spot, Inert.quote(value.substring(from, numberEnd)) + " has no unit", kind.help());
            return Optional.empty();
        }
        at = unit.end();
        Optional<BigDecimal> factor = kind.factor(unit.group());
        if (factor.isEmpty()) {
            Spot spot = text.part(unit.start(), unit.end());
            text.reading().fault(spot, unknown(unit.group(), kind), kind.help());
            return Optional.empty();
        }
        return inRange(number.get().multiply(factor.get()), kind, from);
    }

    private Optional<Amount> inRange(BigDecimal amount, Unit kind, int from) {
        Spot spot = text.part(from, at);
        String quoted = Inert.quote(value.substring(from, at));
        if (amount.signum() < 0) {
            text.reading().fault(spot, kind.what() + " is not negative, but this is " + quoted, "");
            return Optional.empty();
        }
        if (amount.compareTo(kind.most()) > 0) {
            text.reading().fault(spot, quoted + " is out of range", "");
            return Optional.empty();
        }
        return Optional.of(new Amount(amount.doubleValue(), spot));
    }

    private static String unknown(String unit, Unit wanted) {
        for (Unit other : Unit.values()) {
            if (other.factor(unit).isPresent()) {
                return Inert.quote(unit) + " is a unit of " + other.subject() + ", not of " + wanted.subject();
            }
        }
        return "unknown unit " + Inert.quote(unit);
    }

    /** A number without a unit. */
    Optional<BigDecimal> number(String what, String help) {
        int from = afterSpaces();
        Matcher grouped = GROUPED.matcher(value).region(from, value.length());
        if (grouped.lookingAt()) {
            String joined = grouped.group().replaceAll("[,_']", "");
            at = grouped.end();
            text.reading()
                    .fault(text.part(from, at), "the digits of a number are not grouped", "write `" + joined + "`");
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(value).region(from, value.length());
        if (!matcher.lookingAt()) {
            String found =
                    atEnd() ? "nothing" : Inert.quote(value.substring(from).stripTrailing());
            fault("expected " + what + ", found " + found, help);
            return Optional.empty();
        }
        at = matcher.end();
        int exponent = matcher.group(1) == null ? 0 : matcher.group(1).length();
        if (matcher.group().length() <= LONGEST_NUMBER && exponent <= LONGEST_EXPONENT) {
            return Optional.of(new BigDecimal(matcher.group()));
        }
        text.reading().fault(text.part(from, at), Inert.quote(matcher.group()) + " is out of range", "");
        return Optional.empty();
    }

    /** A whole number in a range. */
    Optional<Integer> whole(String what, int least, int most) {
        int from = afterSpaces();
        Optional<BigDecimal> number = number(what, "");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal n = number.get();
        boolean fits = n.compareTo(BigDecimal.valueOf(least)) >= 0 && n.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!fits || n.stripTrailingZeros().scale() > 0) {
            String found = Inert.quote(value.substring(from, at));
            text.reading()
                    .fault(
                            text.part(from, at),
                            what + " is a whole number from " + least + " to " + most + ", not " + found,
                            "");
            return Optional.empty();
        }
        return Optional.of(n.intValueExact());
    }

    private Spot rest() {
        int from = afterSpaces();
        return text.part(from, Math.max(from, value.stripTrailing().length()));
    }

    private int afterSpaces() {
        int i = at;
        while (i < value.length() && Character.isWhitespace(value.charAt(i))) {
            i++;
        }
        return i;
    }
}
