package org.optbench.optimizers.process;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.Measurement;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.RunningTrial;
import tools.jackson.databind.JsonNode;

/** An optimizer that lives in another process. */
final class ProcessOptimizer implements Optimizer {

    private final Program program;
    private final Problem problem;
    private final boolean wantsReports;

    /** Introduces the problem to the program; the program is closed when it refuses. */
    ProcessOptimizer(Program program, OptimizerContext context) {
        this.program = program;
        this.problem = context.problem();
        try {
            JsonNode answer = program.call(Messages.start(context));
            int version = answer.path("protocol").asInt(0);
            if (version != Messages.VERSION) {
                throw new IllegalArgumentException("The program speaks version " + version + " of the protocol, the platform " + Messages.VERSION
                        + ". Maybe update the one that is older.");
            }
            wantsReports = answer.path("reports").asBoolean(false);
        } catch (RuntimeException e) {
            program.close();
            throw e;
        }
    }

    @Override
    public Ask ask(AskRequest request) {
        // Before each step of a contextual problem exactly one suggestion is wanted.
        int atMost = request.context().isPresent() ? 1 : request.atMost();
        JsonNode answer = program.call(Messages.ask(atMost, request.pending()));
        if (answer.path("wait").asBoolean(false)) {
            return Ask.waiting();
        }
        if (answer.has("exhausted")) {
            return new Ask.Exhausted(answer.get("exhausted").asString());
        }
        List<Suggestion> suggestions = new ArrayList<>();
        answer.path("suggestions").forEach(node -> suggestions.add(Messages.suggestion(node, problem)));
        if (suggestions.isEmpty() || suggestions.size() > atMost) {
            throw new IllegalStateException("The program answered 'ask' with " + suggestions.size() + " suggestions: 1 to " + atMost
                    + ", or 'wait', or 'exhausted' with the reason is needed.");
        }
        return new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        program.call(Messages.tell(trial, problem));
    }

    @Override
    public Verdict report(RunningTrial trial, Measurement measurement) {
        if (!wantsReports) {
            return Verdict.CONTINUE;
        }
        String verdict = program.call(Messages.report(trial.index(), measurement, problem)).path("verdict").asString("continue");
        return switch (verdict) {
            case "stop" -> Verdict.STOP;
            case "pause" -> Verdict.PAUSE;
            default -> Verdict.CONTINUE;
        };
    }

    @Override
    public void close() {
        program.close();
    }
}
