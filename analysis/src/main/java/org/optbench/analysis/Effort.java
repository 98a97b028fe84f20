package org.optbench.analysis;

import java.util.List;
import java.util.Locale;

/**
 * What the budget axis of a table counts.
 *
 * @param kind     the unit
 * @param resource name of the resource that is counted; empty unless the kind is RESOURCE
 */
public record Effort(Kind kind, String resource) {

    /** Units of effort. */
    public enum Kind {
        /** Trials, whatever their fidelity. */
        EVALUATIONS("evaluations"),
        /** Full-evaluation equivalents: a result at a lower fidelity counts the fraction that it costs. */
        FULL_EVALUATIONS("full evaluations"),
        /** Seconds on the task's clock, wall or simulated, as they were recorded. */
        SECONDS("seconds"),
        /**
         * Seconds on the task's clock with the optimizer's own time: on a simulated clock the measured time of all suggestions is added, unless the
         * run was charged with it already; a wall clock has it in.
         */
        SECONDS_WITH_OVERHEAD("seconds with overhead"),
        /**
         * Amount of a named resource, such as tokens, joules or money: what the trials cost of it, and what the optimizer itself spent, spread evenly
         * over the trials of the run.
         */
        RESOURCE("");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    public static final Effort EVALUATIONS = new Effort(Kind.EVALUATIONS, "");
    public static final Effort FULL_EVALUATIONS = new Effort(Kind.FULL_EVALUATIONS, "");
    public static final Effort SECONDS = new Effort(Kind.SECONDS, "");
    public static final Effort SECONDS_WITH_OVERHEAD = new Effort(Kind.SECONDS_WITH_OVERHEAD, "");

    private static final String COST = "cost:";

    public Effort {
        if ((kind == Kind.RESOURCE) == resource.isBlank()) {
            throw new IllegalArgumentException("effort " + kind + " of resource '" + resource + "': a resource is named when, and only when, one is counted");
        }
    }

    /** Amount of a resource. */
    public static Effort ofResource(String name) {
        return new Effort(Kind.RESOURCE, name);
    }

    /** How {@link #parse} spells the efforts. */
    public static List<String> names() {
        return List.of("full-evaluations", "evaluations", "seconds", "seconds-with-overhead", COST + "RESOURCE", "tokens");
    }

    /**
     * Reads one of {@link #names}; case and the choice of hyphen or underscore do not matter.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Effort parse(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith(COST) && text.length() > COST.length()) {
            return ofResource(text.substring(COST.length()));
        }
        return switch (text.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "full-evaluations" -> FULL_EVALUATIONS;
            case "evaluations" -> EVALUATIONS;
            case "seconds" -> SECONDS;
            case "seconds-with-overhead" -> SECONDS_WITH_OVERHEAD;
            case "tokens" -> ofResource("tokens");
            default -> throw new IllegalArgumentException("effort '" + text + "' is not one of " + names()
                    + ".\nMaybe write cost:" + text + " for an amount of the resource '" + text + "'.");
        };
    }

    /** Name of the axis. */
    public String label() {
        return kind == Kind.RESOURCE ? resource : kind.label;
    }

    /** Whether evaluations are counted, full or not. */
    public boolean isCount() {
        return kind == Kind.EVALUATIONS || kind == Kind.FULL_EVALUATIONS;
    }

    /** Whether seconds are counted. */
    public boolean isTime() {
        return kind == Kind.SECONDS || kind == Kind.SECONDS_WITH_OVERHEAD;
    }
}
