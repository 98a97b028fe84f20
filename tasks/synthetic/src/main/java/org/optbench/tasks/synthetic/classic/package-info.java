/** Classic test functions of global optimization with known optima. */
@NullMarked
package org.optbench.tasks.synthetic.classic;

import org.jspecify.annotations.NullMarked;
