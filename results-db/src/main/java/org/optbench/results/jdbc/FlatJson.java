package org.optbench.results.jdbc;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flat JSON objects of strings: the form in which names and values without a fixed set of columns are stored. */
public final class FlatJson {

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** One line, names in the map's order. */
    public static String write(Map<String, String> values) {
        StringBuilder out = new StringBuilder("{");
        values.forEach((name, value) -> {
            out.append(out.length() > 1 ? "," : "");
            quote(out, name);
            out.append(':');
            quote(out, value);
        });
        return out.append('}').toString();
    }

    /** As {@link #write}; a double reads back to the bit. */
    public static String writeNumbers(Map<String, Double> values) {
        TreeMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, Double.toString(value)));
        return write(texts);
    }

    /** Reads what {@link #writeNumbers} wrote. */
    public static SortedMap<String, Double> readNumbers(String text) {
        TreeMap<String, Double> values = new TreeMap<>();
        read(text).forEach((name, value) -> values.put(name, Double.valueOf(value)));
        return values;
    }

    /**
     * @throws IllegalArgumentException when the text is not a flat object of strings
     */
    public static SortedMap<String, String> read(String text) {
        FlatJson reader = new FlatJson(text);
        TreeMap<String, String> values = new TreeMap<>();
        reader.expect('{');
        while (reader.peek() != '}') {
            if (!values.isEmpty()) {
                reader.expect(',');
            }
            String name = reader.string();
            reader.expect(':');
            values.put(name, reader.string());
        }
        return values;
    }

    private static void quote(StringBuilder out, String raw) {
        out.append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        char c = next();
        if (c != 'u') {
            return c;
        }
        if (at + 4 > text.length()) {
            throw broken("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw broken("'" + wanted + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("more text");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException broken(String wanted) {
        return new IllegalArgumentException("Stored object '" + text + "': at position " + at + " it must have " + wanted + ".");
    }
}
