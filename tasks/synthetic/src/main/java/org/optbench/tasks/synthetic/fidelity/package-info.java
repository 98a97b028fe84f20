/** Functions whose cheap evaluations are biased and noisy. */
@NullMarked
package org.optbench.tasks.synthetic.fidelity;

import org.jspecify.annotations.NullMarked;
