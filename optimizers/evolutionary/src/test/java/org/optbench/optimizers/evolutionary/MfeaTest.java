package org.optbench.optimizers.evolutionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.MultiTask;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

class MfeaTest {

    private static final SearchSpace SPACE = SearchSpace.of(CategoricalParameter.of("task", "easy", "hard"), FloatParameter.linear("a", 0, 1),
            FloatParameter.linear("b", 0, 1), FloatParameter.linear("c", 0, 1), FloatParameter.linear("d", 0, 1));
    private static final Problem PROBLEM = Problem.of(SPACE, Objective.minimize("easy"), Objective.minimize("hard"))
            .withMultiTask(new MultiTask("task", List.of("easy", "hard"), List.of(4, 4)));

    /** Two tasks with one optimum: knowledge of the smooth one must help with the rugged one (median of 11 seeds, 1500 evaluations). */
    @Test
    void matingAcrossTasksHelpsRelatedTasks() {
        assertThat(median(0.3)).isLessThan(median(0));
    }

    @Test
    void bothTasksImprove() {
        double[] best = run(0.3, 5);
        assertThat(best[0]).isLessThan(0.01);
        assertThat(best[1]).isLessThan(8); // random search reaches about 15
    }

    private static double median(double randomMating) {
        double[] hard = LongStream.range(0, 11).mapToDouble(seed -> run(randomMating, seed)[1]).sorted().toArray();
        return hard[5];
    }

    private static double[] run(double randomMating, long seed) {
        double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        try (Optimizer optimizer = new Mfea(PROBLEM, 30, randomMating, 5, 0.05, RandomStreams.of(seed).stream("mfea"))) {
            for (int trial = 0; trial < 1500; trial++) {
                Suggestion suggestion = ((Ask.Suggest) optimizer.ask(AskRequest.one())).suggestions().getFirst();
                int task = suggestion.configuration().choice("task").equals("easy") ? 0 : 1;
                double[] values = {Double.NaN, Double.NaN};
                values[task] = value(suggestion.configuration(), task);
                best[task] = Math.min(best[task], values[task]);
                optimizer.tell(new Trial(trial, suggestion, 0, Outcome.of(Arrays.stream(values).boxed().toList()), List.of()));
            }
        }
        return best;
    }

    private static double value(Configuration configuration, int task) {
        double sum = 0;
        for (String name : List.of("a", "b", "c", "d")) {
            double x = 10 * (configuration.real(name) - 0.62);
            sum += task == 0 ? x * x / 100 : x * x - 10 * StrictMath.cos(2 * Math.PI * x) + 10;
        }
        return sum;
    }
}
