@NullMarked
package org.optbench.formats;

import org.jspecify.annotations.NullMarked;
