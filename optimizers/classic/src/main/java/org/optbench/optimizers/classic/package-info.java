/** Baselines and direct search. */
@NullMarked
package org.optbench.optimizers.classic;

import org.jspecify.annotations.NullMarked;
