/** Combinatorial problems of bits and orders, with exact optima where enumeration, dynamic programming or an equation gives them. */
@NullMarked
package org.optbench.tasks.synthetic.combinatorial;

import org.jspecify.annotations.NullMarked;
