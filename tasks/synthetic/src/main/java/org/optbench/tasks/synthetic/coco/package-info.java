/** The COCO suites: functions, transformations and providers. */
@NullMarked
package org.optbench.tasks.synthetic.coco;

import org.jspecify.annotations.NullMarked;
