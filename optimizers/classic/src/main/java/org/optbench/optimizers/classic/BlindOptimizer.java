package org.optbench.optimizers.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optbench.model.Fidelity;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/** Suggests a fixed sequence of configurations at full fidelity, whatever comes of them. */
final class BlindOptimizer implements Optimizer {

    private final Sequence sequence;
    private final Fidelity fidelity;

    /** A sequence of configurations; once it has ended it stays so. */
    @FunctionalInterface
    interface Sequence {
        Optional<Configuration> next();
    }

    BlindOptimizer(Sequence sequence, Fidelity fidelity) {
        this.sequence = sequence;
        this.fidelity = fidelity;
    }

    @Override
    public Ask ask(AskRequest request) {
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        List<Suggestion> suggestions = new ArrayList<>(wanted);
        while (suggestions.size() < wanted) {
            Optional<Configuration> next = sequence.next();
            if (next.isEmpty()) {
                break;
            }
            suggestions.add(new Suggestion(next.get(), fidelity, 0));
        }
        return suggestions.isEmpty() ? new Ask.Exhausted("Every configuration of the sequence has been suggested.") : new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        // the sequence does not depend on results
    }
}
