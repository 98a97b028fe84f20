/** Evolutionary and Bayesian multi-objective optimization. */
@NullMarked
package org.optbench.optimizers.multiobjective;

import org.jspecify.annotations.NullMarked;
