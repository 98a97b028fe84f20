package org.optbench.optimizer;

import java.util.Optional;
import org.optbench.model.space.Configuration;

/**
 * The question to an optimizer.
 *
 * @param atMost  how many suggestions can be evaluated now, at least 1
 * @param pending how many suggestions are being evaluated and not told yet
 * @param context the context of the next step of a contextual problem, for which exactly one suggestion is wanted; empty otherwise
 */
public record AskRequest(int atMost, int pending, Optional<Configuration> context) {

    public AskRequest {
        if (atMost < 1 || pending < 0) {
            throw new IllegalArgumentException("Ask for at most " + atMost + " with " + pending + " pending: at least 1 and 0 are needed.");
        }
    }

    /** One suggestion with none pending. */
    public static AskRequest one() {
        return new AskRequest(1, 0, Optional.empty());
    }
}
