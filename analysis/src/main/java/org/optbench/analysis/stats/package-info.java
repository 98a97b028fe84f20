/**
 * Statistics for comparing optimizers over tasks, on plain arrays.
 *
 * <p>Unless said otherwise a matrix has shape {@code [n][k]}: n tasks (blocks) in rows, k optimizers (treatments) in columns, and smaller
 * values are better. All randomness comes from a generator that is passed in.
 */
@NullMarked
package org.optbench.analysis.stats;

import org.jspecify.annotations.NullMarked;
