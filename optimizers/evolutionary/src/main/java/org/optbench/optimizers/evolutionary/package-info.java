/** Evolution strategies and evolutionary algorithms. */
@NullMarked
package org.optbench.optimizers.evolutionary;

import org.jspecify.annotations.NullMarked;
