package org.optbench.runner.campaign;

import java.util.List;

/** Everything that is wrong with a campaign, found at once. */
public final class CampaignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public CampaignException(String source, List<String> problems) {
        super(source + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + "\n  - " + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One full sentence each. */
    public List<String> problems() {
        return problems;
    }
}
