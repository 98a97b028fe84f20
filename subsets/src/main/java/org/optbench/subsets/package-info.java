/**
 * Star discrepancy of point sets, and small subsets that represent a large set by it. Knows nothing but {@code double[][]}.
 *
 * <p>
 * Points are rows, {@code [n][d]}, with coordinates in [0, 1]; {@link org.optbench.subsets.Normalisation} brings raw performance values
 * there. Everything random takes a seed; with a fixed amount of work a result does not depend on the number of threads.
 */
@NullMarked
package org.optbench.subsets;

import org.jspecify.annotations.NullMarked;
