/** What the analysis finds as Tablesaw tables: the face for notebooks, for files, and for whoever wants to go on computing. */
@NullMarked
package org.optbench.analysis.tables;

import org.jspecify.annotations.NullMarked;
