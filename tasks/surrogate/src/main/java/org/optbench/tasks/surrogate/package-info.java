/** Surrogate benchmarks: fitted models of recorded results stand in for training. */
@NullMarked
package org.optbench.tasks.surrogate;

import org.jspecify.annotations.NullMarked;
