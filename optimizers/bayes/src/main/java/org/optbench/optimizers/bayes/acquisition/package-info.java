/** Acquisition functions over a Gaussian-process posterior, and their maximisation. */
@NullMarked
package org.optbench.optimizers.bayes.acquisition;

import org.jspecify.annotations.NullMarked;
