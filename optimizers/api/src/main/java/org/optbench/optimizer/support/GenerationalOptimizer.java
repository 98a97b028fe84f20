package org.optbench.optimizer.support;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/**
 * Drives a method that works in generations of points of the unit cube: suggests the points of a generation one after the other and waits for the rest of its
 * results before it moves on.
 */
public final class GenerationalOptimizer implements Optimizer {

    private final Problem problem;
    private final Method method;
    private final Scores scores;
    private double[][] points = new double[0][];
    private Score[] results = new Score[0];
    private int asked;
    private int told;

    /** A method in generations. */
    public interface Method {

        /** The points {@code [count][width]} of the next generation; at least one. */
        double[][] next();

        /** The scores of the generation, by position. */
        void tell(Score[] scores);
    }

    public GenerationalOptimizer(Problem problem, Method method) {
        this.problem = problem;
        this.method = method;
        this.scores = new Scores(problem);
    }

    @Override
    public Ask ask(AskRequest request) {
        if (told == points.length) {
            points = method.next();
            results = new Score[points.length];
            asked = 0;
            told = 0;
        }
        int count = Math.min(request.context().isPresent() ? 1 : request.atMost(), points.length - asked);
        if (count == 0) {
            return Ask.waiting();
        }
        List<Suggestion> suggestions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            suggestions.add(new Suggestion(problem.space().unitCube().decode(points[asked]), problem.fidelities().full(), asked));
            asked++;
        }
        return new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        results[(int) trial.suggestion().tag()] = scores.of(trial);
        told++;
        if (told == points.length) {
            method.tell(results);
        }
    }
}
