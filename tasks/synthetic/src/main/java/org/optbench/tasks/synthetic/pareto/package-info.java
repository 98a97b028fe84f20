/** Multi-objective problems with known fronts and stored reference points. */
@NullMarked
package org.optbench.tasks.synthetic.pareto;

import org.jspecify.annotations.NullMarked;
