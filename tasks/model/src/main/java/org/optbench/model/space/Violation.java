package org.optbench.model.space;

/**
 * Why a configuration is not in a space.
 *
 * @param parameter the parameter it is about; for a forbidden combination the first one named in the clause
 * @param reason    a full sentence with the value and the rule
 */
public record Violation(String parameter, String reason) {
}
