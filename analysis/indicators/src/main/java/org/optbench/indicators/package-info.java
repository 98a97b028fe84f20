/**
 * Quality indicators for sets of objective vectors: hypervolume, IGD+, additive epsilon, R2, spread, and the filter of
 * non-dominated points they rest on.
 *
 * <p>All objectives are minimised. Point sets are arrays of shape {@code [n][d]}. The package depends on the JDK only, so that
 * optimizers and analysis share one implementation.
 */
@NullMarked
package org.optbench.indicators;

import org.jspecify.annotations.NullMarked;
