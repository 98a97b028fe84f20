package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/**
 * Several single-objective optimizers side by side, each on the problem with its own random weights: they take turns, and each is told its own trials
 * with one value, scalarised by the range of the trials of all known at that time.
 */
final class ScalarisedOptimizer implements Optimizer {

    private final Problem problem;
    private final Archive archive;
    private final Scalarisation scalarisation;
    private final List<Member> members;
    private final Map<Long, Work> pending = new HashMap<>();
    private long proposals;
    private int turn;

    /** A base optimizer with its weights; its trials are numbered from 0. */
    static final class Member {

        private final Optimizer optimizer;
        private final double[] weights;
        private int trials;
        private int pending;
        private String ended = "";

        Member(Optimizer optimizer, double[] weights) {
            this.optimizer = optimizer;
            this.weights = weights;
        }
    }

    private record Work(Member member, int trial, Suggestion own) {
    }

    ScalarisedOptimizer(Problem problem, Archive archive, Scalarisation scalarisation, List<Member> members) {
        this.problem = problem;
        this.archive = archive;
        this.scalarisation = scalarisation;
        this.members = members;
    }

    @Override
    public Ask ask(AskRequest request) {
        List<Suggestion> suggestions = new ArrayList<>();
        int refused = 0;
        while (suggestions.size() < request.atMost() && refused < members.size()) {
            Member member = members.get(turn);
            turn = (turn + 1) % members.size();
            refused = suggest(member, request, suggestions) ? 0 : refused + 1;
        }
        if (!suggestions.isEmpty()) {
            return new Ask.Suggest(suggestions);
        }
        return pending.isEmpty() ? new Ask.Exhausted("Every optimizer is: " + members.getFirst().ended) : Ask.waiting();
    }

    private boolean suggest(Member member, AskRequest request, List<Suggestion> suggestions) {
        if (!member.ended.isEmpty()) {
            return false;
        }
        return switch (member.optimizer.ask(new AskRequest(1, member.pending, request.context()))) {
            case Ask.Suggest(List<Suggestion> own) -> {
                Suggestion first = own.getFirst();
                pending.put(proposals, new Work(member, member.trials++, first));
                member.pending++;
                suggestions.add(new Suggestion(first.configuration(), problem.fidelities().full(), proposals++));
                yield true;
            }
            case Ask.Wait() -> false;
            case Ask.Exhausted(String reason) -> {
                member.ended = reason;
                yield false;
            }
        };
    }

    @Override
    public void tell(Trial trial) {
        Individual individual = archive.tell(trial);
        Work work = pending.remove(trial.suggestion().tag());
        if (work != null) {
            work.member().pending--;
            work.member().optimizer.tell(new Trial(work.trial(), work.own(), trial.seed(), scalar(trial.outcome(), individual, work.member()), List.of()));
        }
    }

    private Outcome scalar(Outcome outcome, Individual individual, Member member) {
        return switch (outcome) {
            case Outcome.Failure failure -> failure;
            case Outcome.Valued valued when individual.failed() -> new Outcome.Failure(FailureKind.NOT_A_NUMBER,
                    "Objectives " + valued.objectives() + " are not finite.", valued.cost(), Feedback.none());
            case Outcome.Valued valued -> new Outcome.Success(
                    List.of(scalarisation.of(Scaling.of(archive.valued()).apply(individual.objectives()), member.weights)), valued.constraints(),
                    valued.cost(), Feedback.none());
        };
    }

    @Override
    public void close() {
        members.forEach(member -> member.optimizer.close());
    }
}
