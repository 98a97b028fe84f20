@NullMarked
package org.optbench.optimizers.process;

import org.jspecify.annotations.NullMarked;
