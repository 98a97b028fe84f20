/**
 * The results database: what a campaign planned, which worker holds which run, and every trial. Public signatures name no type of a database
 * library; {@code ResultStores} opens a store.
 */
@NullMarked
package org.optbench.results;

import org.jspecify.annotations.NullMarked;
