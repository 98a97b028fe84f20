package org.optbench.optimizer.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/** Drives a method that proposes one configuration after the other and learns from each result as it comes, however many are pending. */
public final class SteadyStateOptimizer implements Optimizer {

    private final Problem problem;
    private final Method method;
    private final Scores scores;
    private long proposals;

    /** A method without generations. */
    public interface Method {

        /**
         * The next configuration, legal in the space.
         *
         * @param tag 0, 1, ... in the order of the proposals
         * @return empty to wait for a pending result, which is legal only while one is pending
         */
        Optional<Configuration> propose(long tag);

        /** The score of a proposal. */
        void tell(long tag, Score score);
    }

    public SteadyStateOptimizer(Problem problem, Method method) {
        this.problem = problem;
        this.method = method;
        this.scores = new Scores(problem);
    }

    @Override
    public Ask ask(AskRequest request) {
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        List<Suggestion> suggestions = new ArrayList<>(wanted);
        while (suggestions.size() < wanted) {
            Optional<Configuration> proposal = method.propose(proposals);
            if (proposal.isEmpty()) {
                break;
            }
            suggestions.add(new Suggestion(proposal.get(), problem.fidelities().full(), proposals++));
        }
        return suggestions.isEmpty() ? Ask.waiting() : new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        method.tell(trial.suggestion().tag(), scores.of(trial));
    }
}
