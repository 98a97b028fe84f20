/** Optimizers that start from prior knowledge: scaling laws, user priors, calibrated defaults. */
@NullMarked
package org.optbench.optimizers.prior;

import org.jspecify.annotations.NullMarked;
