/** The report: one HTML file that needs no network, with the figures of a campaign, their numbers, and how they were made. */
@NullMarked
package org.optbench.analysis.report;

import org.jspecify.annotations.NullMarked;
