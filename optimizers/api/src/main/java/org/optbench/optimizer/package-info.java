/** The ask/tell interface of optimizers: providers found by {@link java.util.ServiceLoader}, what they declare, and how they are driven. */
@NullMarked
package org.optbench.optimizer;

import org.jspecify.annotations.NullMarked;
