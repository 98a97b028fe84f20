/** Campaigns as tasks: the settings of an optimizer are tuned on a suite of tasks by any other optimizer. */
@NullMarked
package org.optbench.meta;

import org.jspecify.annotations.NullMarked;
