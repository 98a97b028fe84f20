/** Systems and solvers to be tuned: relaxation parameters, samplers, serving, virtual machines, databases. */
@NullMarked
package org.optbench.tasks.systems;

import org.jspecify.annotations.NullMarked;
