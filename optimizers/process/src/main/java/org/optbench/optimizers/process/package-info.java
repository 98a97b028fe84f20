/** Optimizers in other languages, as programs that speak lines of JSON. */
@NullMarked
package org.optbench.optimizers.process;

import org.jspecify.annotations.NullMarked;
