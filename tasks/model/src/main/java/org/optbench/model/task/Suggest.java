package org.optbench.model.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have meant. */
public final class Suggest {

    private static final int MOST = 3;

    private Suggest() {
    }

    /** Up to three known names nearest to a wrong one by edit distance, nearest first; only those within a third of its length (at least 2). */
    public static List<String> nearest(String wrong, Collection<String> known) {
        int limit = Math.max(2, wrong.length() / 3);
        String lower = wrong.toLowerCase(Locale.ROOT);
        return known.stream().filter(name -> Math.abs(name.length() - wrong.length()) <= limit)
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= limit)
                .sorted(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT))).thenComparing(name -> name)).limit(MOST)
                .toList();
    }

    /** A sentence that names the nearest known names, or where to find them all; begins with "Maybe". */
    public static String hint(String wrong, Collection<String> known, String otherwise) {
        List<String> nearest = nearest(wrong, known);
        return nearest.isEmpty() ? "Maybe " + otherwise : "Maybe you mean " + String.join(" or ", nearest) + "?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
