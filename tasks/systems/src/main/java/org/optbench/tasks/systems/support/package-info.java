/** What the collections of this module share. */
@NullMarked
package org.optbench.tasks.systems.support;

import org.jspecify.annotations.NullMarked;
