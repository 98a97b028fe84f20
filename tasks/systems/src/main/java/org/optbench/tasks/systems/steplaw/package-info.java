/** Learning rate and batch size of pre-training after the Step law. */
@NullMarked
package org.optbench.tasks.systems.steplaw;

import org.jspecify.annotations.NullMarked;
