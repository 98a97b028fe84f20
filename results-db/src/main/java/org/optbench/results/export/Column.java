package org.optbench.results.export;

import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table. Columns of the wall clock have names that begin with {@code wall_} and stand last: they differ between machines and
 * between runs, all others are the same wherever the same campaign is run.
 */
record Column(String name, Kind kind) {

    /** Type of the values; a cell may be absent. */
    enum Kind {
        WHOLE, REAL, TEXT
    }

    private static final String WALL = "wall_";

    static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    static Column real(String name) {
        return new Column(name, Kind.REAL);
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    boolean isWallClock() {
        return name.startsWith(WALL);
    }

    /** The cell as text: shortest decimal that reads back to the bit for reals, empty when absent. */
    static String show(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
