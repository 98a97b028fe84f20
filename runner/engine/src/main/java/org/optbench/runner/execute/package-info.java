/** Executes the runs of a plan on the threads of this process against a results database. */
@NullMarked
package org.optbench.runner.execute;

import org.jspecify.annotations.NullMarked;
