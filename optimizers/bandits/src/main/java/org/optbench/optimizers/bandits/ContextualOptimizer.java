package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.support.Scores;

/** Drives a method that sees contexts. */
final class ContextualOptimizer implements Optimizer {

    private final Problem problem;
    private final ContextualMethod method;
    private final Scores scores;
    private long proposals;

    ContextualOptimizer(Problem problem, ContextualMethod method) {
        this.problem = problem;
        this.method = method;
        this.scores = new Scores(problem);
    }

    @Override
    public Ask ask(AskRequest request) {
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        List<Suggestion> suggestions = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            suggestions.add(new Suggestion(method.propose(proposals, request.context()), problem.fidelities().full(), proposals));
            proposals++;
        }
        return new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        method.tell(trial.suggestion().tag(), scores.of(trial));
    }
}
