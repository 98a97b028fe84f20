package org.optbench.analysis.report;

/**
 * A finding in words.
 *
 * @param claim    what was found
 * @param evidence the numbers behind it
 */
public record Sentence(String claim, String evidence) {
}
