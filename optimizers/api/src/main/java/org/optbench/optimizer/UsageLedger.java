package org.optbench.optimizer;

/** Where an optimizer enters what it spends beside time: calls of a language model, tokens, money. Safe for several threads. */
@FunctionalInterface
public interface UsageLedger {

    /**
     * Enters an amount.
     *
     * @param resource such as {@code llm_calls}, {@code tokens_in}, {@code tokens_out}, {@code money_usd}, {@code llm_seconds}, {@code fallbacks}
     * @param amount   0 or above, added to what was entered before
     */
    void add(String resource, double amount);

    /** A ledger that forgets. */
    static UsageLedger none() {
        return (resource, amount) -> {
        };
    }
}
