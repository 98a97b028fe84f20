/** Groups of related functions that are solved in one run. */
@NullMarked
package org.optbench.tasks.synthetic.multitask;

import org.jspecify.annotations.NullMarked;
