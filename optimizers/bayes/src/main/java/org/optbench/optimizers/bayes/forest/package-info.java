/** Regression forests over mixed and conditional points. */
@NullMarked
package org.optbench.optimizers.bayes.forest;

import org.jspecify.annotations.NullMarked;
