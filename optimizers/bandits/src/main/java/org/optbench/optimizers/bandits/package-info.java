/** Bandits, tree search, adaptive neighbourhoods, portfolios. */
@NullMarked
package org.optbench.optimizers.bandits;

import org.jspecify.annotations.NullMarked;
