package dev.clnrm.bench.config;

/** The number that a parameter's value stands for, as laws over a parameter need it. */
public final class ParameterNumber {
    private ParameterNumber() {}

    /** The finite number in a text such as {@code 1_000}; NaN for any other text. */
    public static double of(String text) {
        try {
            double number = Double.parseDouble(text.replace("_", ""));
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
