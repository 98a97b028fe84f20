/** What optimizers of several families need: comparing trials whatever is observed, and turning points of the unit cube into suggestions. */
@NullMarked
package org.optbench.optimizer.support;

import org.jspecify.annotations.NullMarked;
