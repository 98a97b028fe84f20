/** Comparison with other programs on the bbob functions: a command and a test. */
@NullMarked
package org.optbench.optimizers.bayes.benchmark;

import org.jspecify.annotations.NullMarked;
