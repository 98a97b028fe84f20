package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.Measurement;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.RunningTrial;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.Scores;

/**
 * Optimizers that share a run: a bandit decides whose turn it is, by the rank of their results among the latest of all of them. A member keeps its turn for a stretch of trials, since a
 * change costs: the one that comes on is not told what the others found.
 */
final class Portfolio implements Optimizer {

    private static final int WINDOW = 40;

    private final List<Member> members;
    private final Bandit bandit;
    private final int stretch;
    private final RandomGenerator random;
    private final Scores scores;
    private final List<Score> latest = new ArrayList<>();
    private Optional<Turn> turn = Optional.empty();
    private final Map<Long, Running> running = new HashMap<>();
    private long tags;

    private static final class Member {
        private final Optimizer optimizer;
        private int trials;
        private int pending;
        private boolean exhausted;

        Member(Optimizer optimizer) {
            this.optimizer = optimizer;
        }
    }

    private static final class Turn {
        private final Bandit.Pull pull;
        private int left;

        Turn(Bandit.Pull pull, int left) {
            this.pull = pull;
            this.left = left;
        }
    }

    /** A trial under way: whose, under which of its own indices and tags. */
    private record Running(Member member, Bandit.Pull pull, int index, Suggestion own) {
    }

    /**
     * @param stretch trials a member gets in a row, at least 1
     */
    Portfolio(Problem problem, List<Optimizer> optimizers, BanditKind kind, int stretch, RandomGenerator random) {
        this.members = optimizers.stream().map(Member::new).toList();
        this.bandit = kind.create(members.size());
        this.stretch = stretch;
        this.random = random;
        this.scores = new Scores(problem);
    }

    @Override
    public Ask ask(AskRequest request) {
        for (int i = 0; i < 2 * members.size(); i++) {
            Turn now = turn.filter(t -> t.left > 0).orElseGet(this::next);
            turn = Optional.of(now);
            Optional<Ask> answer = ask(members.get(now.pull.arm()), now, request);
            if (answer.isPresent()) {
                return answer.get();
            }
            now.left = 0;
        }
        // the bandit insists on members that wait or have ended: take whoever can go on
        for (int arm = 0; arm < members.size(); arm++) {
            Turn substitute = new Turn(new Bandit.Pull(arm, 1), stretch);
            Optional<Ask> answer = ask(members.get(arm), substitute, request);
            if (answer.isPresent()) {
                turn = Optional.of(substitute);
                return answer.get();
            }
        }
        return running.isEmpty() ? new Ask.Exhausted("Every member of the portfolio is exhausted.") : Ask.waiting();
    }

    private Turn next() {
        return new Turn(bandit.choose(random), stretch);
    }

    private Optional<Ask> ask(Member member, Turn now, AskRequest request) {
        if (member.exhausted) {
            return Optional.empty();
        }
        AskRequest own = new AskRequest(Math.min(request.atMost(), now.left), member.pending, request.context());
        return switch (member.optimizer.ask(own)) {
            case Ask.Suggest(List<Suggestion> suggestions) -> {
                now.left -= suggestions.size();
                yield Optional.of(new Ask.Suggest(suggestions.stream().map(suggestion -> started(member, now.pull, suggestion)).toList()));
            }
            case Ask.Wait() -> Optional.empty();
            case Ask.Exhausted(String _) -> {
                member.exhausted = true;
                yield Optional.empty();
            }
        };
    }

    private Suggestion started(Member member, Bandit.Pull pull, Suggestion own) {
        running.put(tags, new Running(member, pull, member.trials++, own));
        member.pending++;
        return new Suggestion(own.configuration(), own.fidelity(), tags++);
    }

    @Override
    public void tell(Trial trial) {
        Running told = running.remove(trial.suggestion().tag());
        if (told == null) {
            throw new IllegalArgumentException("Trial with tag " + trial.suggestion().tag() + " is not pending. Maybe it was told before.");
        }
        told.member().pending--;
        told.member().optimizer.tell(new Trial(told.index(), told.own(), trial.seed(), trial.outcome(), trial.measurements()));
        bandit.learn(told.pull(), loss(scores.of(trial)));
    }

    /** The part of the latest results of all members that are better, ties half. */
    private double loss(Score score) {
        double better = 0;
        for (Score other : latest) {
            int order = other.compareTo(score);
            better += order < 0 ? 1 : order == 0 ? 0.5 : 0;
        }
        double loss = score.isFailure() ? 1 : latest.isEmpty() ? 0.5 : better / latest.size();
        latest.add(score);
        if (latest.size() > WINDOW) {
            latest.removeFirst();
        }
        return loss;
    }

    @Override
    public Verdict report(RunningTrial trial, Measurement measurement) {
        Running own = running.get(trial.suggestion().tag());
        return own == null ? Verdict.CONTINUE : own.member().optimizer.report(new RunningTrial(own.index(), own.own()), measurement);
    }

    @Override
    public void close() {
        members.forEach(member -> member.optimizer.close());
    }
}
