/** One run: the loop of ask, evaluate and tell with its clock, budget, time limits and replay. */
@NullMarked
package org.optbench.runner.run;

import org.jspecify.annotations.NullMarked;
