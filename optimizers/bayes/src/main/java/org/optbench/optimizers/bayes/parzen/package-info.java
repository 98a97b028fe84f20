/** Parzen (kernel density) estimators over mixed spaces. */
@NullMarked
package org.optbench.optimizers.bayes.parzen;

import org.jspecify.annotations.NullMarked;
