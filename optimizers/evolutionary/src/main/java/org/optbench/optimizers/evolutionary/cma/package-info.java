/** The numerical core of CMA-ES, on plain arrays. */
@NullMarked
package org.optbench.optimizers.evolutionary.cma;

import org.jspecify.annotations.NullMarked;
