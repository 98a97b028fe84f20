/** Trainings of neural networks as recorded trials: learning curves, time to target, training algorithms under the rulesets of AlgoPerf. */
@NullMarked
package org.optbench.analysis.training;

import org.jspecify.annotations.NullMarked;
