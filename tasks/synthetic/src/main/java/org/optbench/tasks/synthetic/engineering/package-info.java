/** Constrained designs of engineering and of papers on constrained Bayesian optimization, with the best known designs. */
@NullMarked
package org.optbench.tasks.synthetic.engineering;

import org.jspecify.annotations.NullMarked;
