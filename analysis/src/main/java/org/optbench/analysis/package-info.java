/**
 * From recorded runs to performance tables and rankings.
 *
 * <p>Values keep the direction of their objective in a {@link org.optbench.analysis.RunTrace}; inside a
 * {@link org.optbench.analysis.PerformanceTable} everything is to be minimised.
 */
@NullMarked
package org.optbench.analysis;

import org.jspecify.annotations.NullMarked;
