/** Functions of real vectors, independent of tasks. */
@NullMarked
package org.optbench.tasks.synthetic.function;

import org.jspecify.annotations.NullMarked;
