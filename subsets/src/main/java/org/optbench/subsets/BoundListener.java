package org.optbench.subsets;

/** Told when a running computation knows more. Called from the computing thread or threads, one call at a time; must return soon. */
@FunctionalInterface
public interface BoundListener {

    /** Ignores everything. */
    BoundListener NONE = (lower, upper) -> {
    };

    /**
     * @param lower proven lower bound on the value sought
     * @param upper proven upper bound (1 when nothing better is known)
     */
    void bounds(double lower, double upper);
}
