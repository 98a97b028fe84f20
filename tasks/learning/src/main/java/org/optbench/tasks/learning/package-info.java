/** Hyperparameter optimization of real learners (Smile) on real data: tasks of the collection {@code learn}. */
@NullMarked
package org.optbench.tasks.learning;

import org.jspecify.annotations.NullMarked;
