package org.optbench.model;

/**
 * An inequality whose value must be at most the tolerance for a configuration to be feasible: negative or zero is satisfied, the size of a positive
 * value is the violation.
 *
 * @param name      unique among the constraints of a problem
 * @param tolerance largest value that still counts as satisfied, 0 or above
 */
public record Constraint(String name, double tolerance) {

    public Constraint {
        if (name.isBlank() || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "Constraint '" + name + "' with tolerance " + tolerance + ": the name must not be blank, the tolerance 0 or above.");
        }
    }

    public static Constraint of(String name) {
        return new Constraint(name, 0);
    }

    /** Whether the value satisfies the constraint; NaN does not. */
    public boolean isSatisfied(double value) {
        return value <= tolerance;
    }
}
