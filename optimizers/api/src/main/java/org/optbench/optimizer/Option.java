package org.optbench.optimizer;

/**
 * A free-text option of an optimizer that cannot be tuned, such as a command, an endpoint or a model name.
 *
 * @param name         unique among the options of the optimizer
 * @param summary      one line
 * @param defaultValue used when the campaign does not give one; may be empty
 */
public record Option(String name, String summary, String defaultValue) {
}
