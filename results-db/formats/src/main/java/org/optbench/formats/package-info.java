/** Exchange of recorded results with other platforms: COCO, IOHprofiler, Optuna, HPO-B, carps. */
@NullMarked
package org.optbench.formats;

import org.jspecify.annotations.NullMarked;
