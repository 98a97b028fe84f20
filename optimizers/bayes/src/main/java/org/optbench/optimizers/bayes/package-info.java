/** Bayesian optimizers: Gaussian processes, tree-structured Parzen estimators and their relatives. */
@NullMarked
package org.optbench.optimizers.bayes;

import org.jspecify.annotations.NullMarked;
