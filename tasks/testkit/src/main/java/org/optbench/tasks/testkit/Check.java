package org.optbench.tasks.testkit;

/**
 * One rule of a contract.
 *
 * @param name   what is checked and on what, unique within a contract
 * @param action throws when the rule is broken, with a message for the author
 */
public record Check(String name, Action action) {

    /** The work of a check. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /**
     * Fails the running check unless the condition holds.
     *
     * @throws AssertionError with the formatted message
     */
    public static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new AssertionError(arguments.length == 0 ? message : String.format(message, arguments));
        }
    }
}
