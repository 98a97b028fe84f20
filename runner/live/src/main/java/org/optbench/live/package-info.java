/** A local web page over the results database: campaigns as they run. Reads only. */
@NullMarked
package org.optbench.live;

import org.jspecify.annotations.NullMarked;
