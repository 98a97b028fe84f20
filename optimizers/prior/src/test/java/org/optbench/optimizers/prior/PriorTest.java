package org.optbench.optimizers.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;
import org.optbench.optimizers.bayes.space.Encoding;

class PriorTest {

    /** Li et al. 2025: N = 1e9 and D = 1e11 give 1.79 e^(-0.713 ln 1e9 + 0.307 ln 1e11), computed with bc; the batch is about 1.1 million tokens. */
    @Test
    void theStepLawGivesThePublishedNumbers() {
        StepLaw law = new StepLaw(1e9, 1e11);
        assertThat(law.learningRate()).isEqualTo(1.79 * Math.pow(10, -0.713 * 9 + 0.307 * 11), within(1e-9));
        assertThat(law.batchTokens()).isEqualTo(0.58 * Math.pow(10, 0.571 * 11), within(1e-3));
    }

    private static OptimizerContext context(String optimizer, Problem problem, Map<String, String> options, int trials, int seed) {
        OptimizerVariant variant = OptimizerCatalog.load(PriorTest.class.getClassLoader()).resolve(optimizer, Configuration.empty(), options);
        return new OptimizerContext(problem, Budget.ofTrials(trials), 1, variant.settings(), variant.options(), RandomStreams.of(seed), UsageLedger.none(),
                Path.of("unused"));
    }

    @Test
    void theWarmStartReadsSizesFromOptionsOrFromTheText() {
        SearchSpace space = SearchSpace.of(FloatParameter.log("learning_rate", 1e-5, 1), IntParameter.log("batch_tokens", 1000, 10_000_000));
        Problem plain = Problem.of(space, Objective.minimize("loss"));
        StepLaw law = new StepLaw(2.1e8, 1e10);
        Configuration byOptions = StepLawProvider.start(context("step-law", plain, Map.of("parameters", "2.1e8", "tokens", "1e10"), 10, 1));
        Configuration byText = StepLawProvider.start(context("step-law", plain.withText("Surface with N=210M and D=10B"), Map.of(), 10, 1));
        assertThat(byOptions.real("learning_rate")).isEqualTo(law.learningRate(), within(1e-12));
        assertThat(byOptions.whole("batch_tokens")).isEqualTo(Math.round(law.batchTokens()));
        assertThat(byText).isEqualTo(byOptions);
        assertThat(StepLawProvider.start(context("step-law", plain.withText("A model of 2.1E8 parameters on 1.0E10 tokens"), Map.of(), 10, 1)))
                .isEqualTo(byOptions);
        assertThat(StepLawProvider.start(context("step-law", plain, Map.of(), 10, 1))).isEqualTo(space.defaults());
    }

    @Test
    void theTermOfABeliefHasTheGradientOfItsValue() {
        SearchSpace space = SearchSpace.of(FloatParameter.linear("a", 0, 10).withPrior(new Prior.Normal(3, 1)),
                FloatParameter.log("b", 1e-3, 1).withPrior(new Prior.Beta(2, 5)), IntParameter.linear("n", 1, 9).withPrior(new Prior.Normal(5, 2)));
        BeliefTerm term = BeliefTerm.of(new Encoding(space), 0).weighted(1.5);
        double[] at = {0.4, 0.3, 0.7};
        double[] gradient = new double[3];
        term.value(at, gradient);
        for (int i = 0; i < 3; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            double difference = (term.value(up, new double[3]) - term.value(down, new double[3])) / 2e-6;
            assertThat(gradient[i]).isEqualTo(difference, within(1e-5));
        }
        assertThat(BeliefTerm.of(new Encoding(SearchSpace.of(FloatParameter.linear("x", 0, 1))), 0).isEmpty()).isTrue();
    }

    /** A prior at the optimum helps in few evaluations; one far from it does not keep the optimum from being found (Hvarfner et al. 2022, figure 3). */
    @Test
    void aGoodPriorHelpsAndABadOneFades() {
        double good = 0;
        double none = 0;
        double bad = 0;
        for (int seed = 0; seed < 4; seed++) {
            good += StrictMath.log10(best("pi-bo", space(new Prior.Normal(0.31, 0.05)), 10, seed));
            none += StrictMath.log10(best("gp-bo", space(Prior.uniform()), 10, seed));
            bad += StrictMath.log10(best("pi-bo", space(new Prior.Normal(0.9, 0.1)), 40, seed));
        }
        assertThat(good).isLessThan(none);
        assertThat(bad / 4).isLessThan(-2);
    }

    private static SearchSpace space(Prior prior) {
        return SearchSpace.of(List.of("a", "b", "c", "d").stream().map(name -> FloatParameter.linear(name, 0, 1).withPrior(prior)).toList());
    }

    private static double best(String optimizer, SearchSpace space, int trials, int seed) {
        double best = Double.POSITIVE_INFINITY;
        OptimizerContext context = context(optimizer, Problem.of(space, Objective.minimize("f")), Map.of(), trials, seed);
        OptimizerVariant variant = OptimizerCatalog.load(PriorTest.class.getClassLoader()).resolve(optimizer, Configuration.empty(), Map.of());
        try (Optimizer run = variant.provider().create(context)) {
            for (int trial = 0; trial < trials; trial++) {
                Suggestion suggestion = ((Ask.Suggest) run.ask(AskRequest.one())).suggestions().getFirst();
                double value = space.parameters().stream().mapToDouble(p -> Math.pow(suggestion.configuration().real(p.name()) - 0.3, 2)).sum();
                best = Math.min(best, value);
                run.tell(new Trial(trial, suggestion, trial, Outcome.of(value), List.of()));
            }
        }
        return best;
    }
}
