package org.optbench.model.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads the one-line JSON form of a configuration. */
final class CanonicalText {

    private final String text;
    private int at;

    private CanonicalText(String text) {
        this.text = text;
    }

    static String write(SortedMap<String, Value> values) {
        StringBuilder out = new StringBuilder(16 + 24 * values.size()).append('{');
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            appendQuoted(out, entry.getKey());
            out.append(':').append(entry.getValue().json());
        }
        return out.append('}').toString();
    }

    static String quote(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 2);
        appendQuoted(out, raw);
        return out.toString();
    }

    private static void appendQuoted(StringBuilder out, String raw) {
        out.append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static SortedMap<String, Value> read(String text) {
        CanonicalText reader = new CanonicalText(text);
        SortedMap<String, Value> values = reader.object();
        reader.skipBlanks();
        if (reader.at != text.length()) {
            throw reader.broken("nothing after the closing brace");
        }
        return values;
    }

    private SortedMap<String, Value> object() {
        SortedMap<String, Value> values = new TreeMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return values;
        }
        do {
            String name = string();
            expect(':');
            if (values.put(name, value()) != null) {
                throw broken("each name once, not '" + name + "' again");
            }
        } while (next(',', '}'));
        return values;
    }

    private Value value() {
        char c = peek();
        if (c == '"') {
            return Value.of(string());
        }
        return c == '[' ? Value.of(items()) : number();
    }

    private List<Integer> items() {
        List<Integer> items = new ArrayList<>();
        expect('[');
        if (peek() == ']') {
            at++;
            return items;
        }
        do {
            skipBlanks();
            items.add(item(token()));
        } while (next(',', ']'));
        return items;
    }

    private int item(String token) {
        long item = wholeNumber(token);
        if (item != (int) item) {
            throw broken("an item of a permutation, not " + item);
        }
        return (int) item;
    }

    private Value number() {
        String token = token();
        try {
            return token.matches("-?\\d+") ? Value.of(wholeNumber(token)) : Value.of(Double.parseDouble(token));
        } catch (NumberFormatException e) {
            throw broken("a number, a string or a list of ints, not '" + token + "'");
        }
    }

    private long wholeNumber(String token) {
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw broken("a whole number, not '" + token + "'");
        }
    }

    private String token() {
        int start = at;
        while (at < text.length() && ",}] \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = take();
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = take();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw broken("four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private boolean next(char more, char end) {
        char c = peek();
        at++;
        if (c != more && c != end) {
            throw broken("'" + more + "' or '" + end + "', not '" + c + "'");
        }
        return c == more;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw broken("'" + wanted + "'");
        }
        at++;
    }

    private char peek() {
        skipBlanks();
        if (at >= text.length()) {
            throw broken("more text");
        }
        return text.charAt(at);
    }

    private char take() {
        if (at >= text.length()) {
            throw broken("the end of a string");
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException broken(String wanted) {
        return new IllegalArgumentException("Configuration '" + text + "': at position " + at + " it must have " + wanted + ".");
    }
}
