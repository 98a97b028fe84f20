/** From a campaign to the runs it stands for: selection of tasks, pairs that are skipped, keys of runs. */
@NullMarked
package org.optbench.runner.plan;

import org.jspecify.annotations.NullMarked;
