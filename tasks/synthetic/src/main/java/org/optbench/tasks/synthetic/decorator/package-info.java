/** Variations of any task: noise, shift, rotation, bias, ranks, delay, failures, cache. */
@NullMarked
package org.optbench.tasks.synthetic.decorator;

import org.jspecify.annotations.NullMarked;
