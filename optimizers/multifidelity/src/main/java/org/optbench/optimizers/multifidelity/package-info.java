/** Successive halving, Hyperband, asynchronous and model-based relatives. */
@NullMarked
package org.optbench.optimizers.multifidelity;

import org.jspecify.annotations.NullMarked;
