/** Search spaces as model-based optimizers see them: points, features, neighbours, designs, and the trials told so far. */
@NullMarked
package org.optbench.optimizers.bayes.space;

import org.jspecify.annotations.NullMarked;
