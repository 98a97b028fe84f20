/** A simulator of language-model serving: continuous batching over a paged key-value cache. */
@NullMarked
package org.optbench.tasks.systems.serving;

import org.jspecify.annotations.NullMarked;
