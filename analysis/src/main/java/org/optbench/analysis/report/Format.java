package org.optbench.analysis.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text: independent of the machine's locale. */
final class Format {

    private Format() {
    }

    /** About four significant digits, in exponent form outside 1e-4 .. 1e6. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e6)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        String text = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
        return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }

    static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A count in which ties are shared. */
    static String wins(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9 ? fixed(value, 0) : fixed(value, 1);
    }

    /** Thousands separated by thin spaces. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }

    /** {@code p = 0.032} or {@code p < 0.001}. */
    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, p < 0.01 ? 4 : 3);
    }

    static String plural(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** Seconds in the unit that fits. */
    static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return "-";
        }
        if (seconds < 1e-3) {
            return digits(seconds * 1e6) + "\u00a0\u00b5s";
        }
        if (seconds < 1) {
            return digits(seconds * 1e3) + "\u00a0ms";
        }
        if (seconds < 120) {
            return fixed(seconds, 1) + "\u00a0s";
        }
        return seconds < 7200 ? fixed(seconds / 60, 1) + "\u00a0min" : fixed(seconds / 3600, 1) + "\u00a0h";
    }

    private static String digits(double value) {
        return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
