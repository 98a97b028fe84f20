/** Step schedules of samplers that integrate a flow, with the exact optimum by dynamic programming. */
@NullMarked
package org.optbench.tasks.systems.sampler;

import org.jspecify.annotations.NullMarked;
