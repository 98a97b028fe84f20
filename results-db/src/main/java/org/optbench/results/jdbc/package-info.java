/** The store over JDBC. Not an interface for others: use {@link org.optbench.results.ResultStores}. */
@NullMarked
package org.optbench.results.jdbc;

import org.jspecify.annotations.NullMarked;
