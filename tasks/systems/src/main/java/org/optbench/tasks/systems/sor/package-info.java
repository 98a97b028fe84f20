/** Relaxation parameters of iterative solvers over sequences of linear systems. */
@NullMarked
package org.optbench.tasks.systems.sor;

import org.jspecify.annotations.NullMarked;
