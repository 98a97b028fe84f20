/** Exact Gaussian-process regression with learned hyperparameters. */
@NullMarked
package org.optbench.optimizers.bayes.gp;

import org.jspecify.annotations.NullMarked;
