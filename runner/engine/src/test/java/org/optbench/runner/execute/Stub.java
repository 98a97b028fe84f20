package org.optbench.runner.execute;

import java.util.function.Function;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/** An optimizer that answers as it is told. */
record Stub(Function<AskRequest, Ask> answer) implements Optimizer {

    @Override
    public Ask ask(AskRequest request) {
        return answer.apply(request);
    }

    @Override
    public void tell(Trial trial) {
        // learns nothing
    }
}
