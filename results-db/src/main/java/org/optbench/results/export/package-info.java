/** Results as files: CSV and Parquet with a checksum of what must be equal on every machine, and CSV back into a database. */
@NullMarked
package org.optbench.results.export;

import org.jspecify.annotations.NullMarked;
