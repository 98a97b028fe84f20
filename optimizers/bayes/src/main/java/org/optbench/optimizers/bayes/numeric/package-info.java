/** Numerical building blocks of model-based optimization: normal distribution, exponentials, Cholesky, bounded L-BFGS. */
@NullMarked
package org.optbench.optimizers.bayes.numeric;

import org.jspecify.annotations.NullMarked;
