package dev.clnrm.bench.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text from left to right. After the first fault it says no more, and gives stand-ins. */
final class Cursor {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?(\\d+))?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,_']\\d{3}){1,12}(?!\\d)");
    private static final Pattern UNIT = Pattern.compile("[^\\s,]+");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EXPONENT = 3;

    /** Fits wherever an amount does: a time, a size, a share, a confidence. */
    private static final double STAND_IN = 0.5;

    private final Text text;
    private final String value;
    private Reading reading;
    private boolean sound = true;
    private int at;

    Cursor(Text text) {
        this.text = text;
        this.value = text.value();
        this.reading = text.reading();
    }

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
        int from = afterSpaces();
        fault(text.part(from, Math.max(from, value.stripTrailing().length())), message, help);
    }

    /** A fault of the whole text. */
    void refuse(String message, String help) {
        fault(text.spot(), message, help);
    }

    private void fault(Spot spot, String message, String help) {
        reading.fault(spot, message, help);
        reading = reading.silent();
        sound = false;
    }

    /** What is left is a fault. */
    void end(String help) {
        if (!atEnd()) {
            fault(
                    "unexpected "
                            + VisibleText.quote(value.substring(afterSpaces()).stripTrailing()),
                    help);
        }
    }

    /** An amount with nothing after it. */
    Amount onlyAmount(AmountKind unit) {
        Amount amount = amount(unit);
        end("");
        return amount;
    }

    /** An amount of the kind, not negative. */
    Amount amount(AmountKind kind) {
        int from = afterSpaces();
        Optional<BigDecimal> number = decimal(kind.what(), kind.help());
        if (number.isEmpty()) {
            return made(STAND_IN, from);
        }
        int numberEnd = at;
        Matcher unit = UNIT.matcher(value).region(afterSpaces(), value.length());
        if (!unit.lookingAt()) {
            fault(
                    text.part(from, numberEnd),
                    VisibleText.quote(value.substring(from, numberEnd)) + " has no unit",
                    kind.help());
            return made(STAND_IN, from);
        }
        at = unit.end();
        Optional<BigDecimal> factor = kind.factor(unit.group());
        if (factor.isEmpty()) {
            fault(text.part(unit.start(), unit.end()), AmountKind.unknown(unit.group(), kind), kind.help());
            return made(STAND_IN, from);
        }
        BigDecimal amount = number.get().multiply(factor.get());
        String quoted = VisibleText.quote(value.substring(from, at));
        if (amount.signum() < 0) {
            fault(text.part(from, at), kind.what() + " is not negative, but this is " + quoted, "");
        } else if (amount.compareTo(kind.most()) > 0) {
            fault(text.part(from, at), quoted + " is out of range", "");
        }
        return made(sound ? amount.doubleValue() : STAND_IN, from);
    }

    private Amount made(double amount, int from) {
        return new Amount(amount, text.part(from, Math.max(from, at)), reading, sound);
    }

    /** A number without a unit. */
    Amount number(String what, String help) {
        int from = afterSpaces();
        double number = decimal(what, help).map(BigDecimal::doubleValue).orElse(STAND_IN);
        if (Double.isInfinite(number)) {
            fault(text.part(from, at), VisibleText.quote(value.substring(from, at)) + " is out of range", "");
        }
        return made(sound ? number : STAND_IN, from);
    }

    private Optional<BigDecimal> decimal(String what, String help) {
        int from = afterSpaces();
        Matcher grouped = GROUPED.matcher(value).region(from, value.length());
        if (grouped.lookingAt()) {
            at = grouped.end();
            fault(
                    text.part(from, at),
                    "a number takes no separators",
                    "write `" + grouped.group().replaceAll("[,_']", "") + "`");
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(value).region(from, value.length());
        if (!matcher.lookingAt()) {
            String found = atEnd()
                    ? "nothing"
                    : VisibleText.quote(value.substring(from).stripTrailing());
            fault("expected " + what + ", found " + found, help);
            return Optional.empty();
        }
        at = matcher.end();
        int exponent = matcher.group(1) == null ? 0 : matcher.group(1).length();
        if (matcher.group().length() <= LONGEST_NUMBER && exponent <= LONGEST_EXPONENT) {
            return Optional.of(new BigDecimal(matcher.group()));
        }
        fault(text.part(from, at), VisibleText.quote(matcher.group()) + " is out of range", "");
        return Optional.empty();
    }

    /** A whole number in a range. */
    Amount whole(String what, int least, int most) {
        int from = afterSpaces();
        Optional<BigDecimal> number = decimal(what, "");
        boolean fits = number.filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .isPresent();
        if (!fits) {
            fault(
                    text.part(from, Math.max(from, at)),
                    what + " is a whole number from " + least + " to " + most + ", not "
                            + VisibleText.quote(value.substring(from, Math.max(from, at))),
                    "");
            return made(least, from);
        }
        return made(number.get().doubleValue(), from);
    }

    private int afterSpaces() {
        int i = at;
        while (i < value.length() && Character.isWhitespace(value.charAt(i))) {
            i++;
        }
        return i;
    }
}
