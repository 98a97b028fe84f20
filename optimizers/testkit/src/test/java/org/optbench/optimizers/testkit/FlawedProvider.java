package org.optbench.optimizers.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** Random search with at most one flaw. */
public final class FlawedProvider implements OptimizerProvider {

    enum Flaw {
        NONE, OWN_SEED, ILLEGAL_VALUE, LOW_FIDELITY, WAITS_FOREVER, TOO_MANY, THROWS_ON_FAILURE, REVIVES, THREAD, SETTING, STATIC_STATE
    }

    private static int calls;

    private final Flaw flaw;

    public FlawedProvider() {
        this(Flaw.NONE);
    }

    FlawedProvider(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("flawed", "1", "Flawed", "test", "Random search with a flaw.", List.of(),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.PARALLEL, Feature.RANK_ONLY),
                SearchSpace.of(IntParameter.linear("burst", 1, 3)));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        if (flaw == Flaw.SETTING && context.settings().whole("burst") == 3) {
            throw new IllegalArgumentException("burst 3");
        }
        if (flaw == Flaw.THREAD) {
            Thread thread = new Thread(FlawedProvider::sleep, "left behind");
            thread.setDaemon(true);
            thread.start();
        }
        RandomGenerator random = flaw == Flaw.OWN_SEED ? new SplittableRandom(System.nanoTime()) : context.random().stream("flawed");
        return new Flawed(context, random);
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Flawed implements Optimizer {

        private final OptimizerContext context;
        private final RandomGenerator random;
        private int asked;

        Flawed(OptimizerContext context, RandomGenerator random) {
            this.context = context;
            this.random = random;
        }

        @Override
        public Ask ask(AskRequest request) {
            asked++;
            if (flaw == Flaw.WAITS_FOREVER && asked > 7) {
                return Ask.waiting();
            }
            if (flaw == Flaw.REVIVES && asked == 20) {
                return new Ask.Exhausted("tired");
            }
            List<Suggestion> suggestions = new ArrayList<>();
            for (int i = 0; i < (flaw == Flaw.TOO_MANY ? request.atMost() + 1 : 1); i++) {
                suggestions.add(new Suggestion(configuration(), fidelity(), 0));
            }
            return new Ask.Suggest(suggestions);
        }

        private Configuration configuration() {
            Configuration sampled = context.problem().space().sample(random);
            boolean skip = flaw == Flaw.STATIC_STATE && calls++ % 7 == 0;
            Configuration chosen = skip ? context.problem().space().sample(random) : sampled;
            return flaw == Flaw.ILLEGAL_VALUE ? chosen.with("stranger", Value.of(1)) : chosen;
        }

        private Fidelity fidelity() {
            return flaw == Flaw.LOW_FIDELITY
                    ? context.problem().fidelities().atPrimary(context.problem().fidelities().primary().map(FidelityParameter::lower).orElse(1.0))
                    : context.problem().fidelities().full();
        }

        @Override
        public void tell(Trial trial) {
            if (flaw == Flaw.THROWS_ON_FAILURE && trial.outcome() instanceof Outcome.Failure) {
                throw new IllegalStateException("failure not expected");
            }
        }
    }
}
