/** Spreads a registered campaign over worker processes: on this machine, by a command for any scheduler, or by Slurm. */
@NullMarked
package org.optbench.runner.cluster;

import org.jspecify.annotations.NullMarked;
