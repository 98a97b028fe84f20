package org.optbench.optimizers.multifidelity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.RunningTrial;

/**
 * Joins a schedule, which decides how far candidates go, and a proposer, which finds new ones. It never waits: whatever is pending, there is a suggestion
 * for each free worker.
 *
 * <p>
 * Trials of a resumable fidelity go on from where they stand. Reports on the way count as results at the levels they pass. A failure that says something
 * about the configuration counts as the worst result at its level; any other is suggested once more, then counts likewise.
 */
final class MultiFidelityOptimizer implements Optimizer {

    private static final int ATTEMPTS = 2;

    private final Problem problem;
    private final Ladder ladder;
    private final Schedule schedule;
    private final Proposer proposer;
    private final Map<Long, Job> running = new HashMap<>();
    private final Deque<Job> lost = new ArrayDeque<>();
    private long nextTag;
    private int nextCandidate;

    MultiFidelityOptimizer(Problem problem, Ladder ladder, Schedule schedule, Proposer proposer) {
        this.problem = problem;
        this.ladder = ladder;
        this.schedule = schedule;
        this.proposer = proposer;
    }

    @Override
    public Ask ask(AskRequest request) {
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        List<Suggestion> suggestions = new ArrayList<>(wanted);
        while (suggestions.size() < wanted) {
            Job job = lost.isEmpty() ? nextJob() : lost.removeFirst();
            suggestions.add(suggest(job));
        }
        return new Ask.Suggest(suggestions);
    }

    private Job nextJob() {
        return switch (schedule.next()) {
            case Move.GoOn(Candidate candidate, int level, int bracket) ->
                new Job(proposer.inPlaceOf(candidate, level, bracket).map(this::candidate).orElse(candidate), level, bracket, 0);
            case Move.Start(int level, int bracket) -> new Job(candidate(proposer.propose(level, bracket)), level, bracket, 0);
        };
    }

    private Candidate candidate(Configuration configuration) {
        return new Candidate(nextCandidate++, configuration, problem.space().unitCube().encode(configuration), ladder.size());
    }

    private Suggestion suggest(Job job) {
        running.put(nextTag, job);
        proposer.started(job);
        Suggestion suggestion = new Suggestion(job.candidate().configuration(), ladder.at(job.level()), nextTag++);
        return ladder.isResumable() && job.candidate().lastTrial().isPresent() ? suggestion.resuming(job.candidate().lastTrial().getAsInt()) : suggestion;
    }

    @Override
    public Verdict report(RunningTrial trial, Measurement measurement) {
        Job job = running.get(trial.suggestion().tag());
        return job == null || passes(job, measurement) ? Verdict.CONTINUE : Verdict.STOP;
    }

    /** Takes in a report; whether the job goes on. */
    private boolean passes(Job job, Measurement measurement) {
        int level = job.level() == 0 ? -1 : Math.min(ladder.reached(measurement.at()), job.level() - 1);
        if (level < 0 || job.candidate().merit(level).isPresent()) {
            return true;
        }
        Merit merit = Merit.of(measurement.objectives(), measurement.constraints(), problem);
        observe(job.candidate(), level, merit);
        return schedule.goesOn(job, level, merit);
    }

    @Override
    public void tell(Trial trial) {
        Job job = running.remove(trial.suggestion().tag());
        if (job == null) {
            throw new IllegalArgumentException("Trial " + trial.index() + " with tag " + trial.suggestion().tag() + " was not suggested, or was told before.");
        }
        proposer.ended(job);
        switch (trial.outcome()) {
            case Outcome.Success success -> {
                job.candidate().ended(trial.index());
                finish(job, Merit.of(success, problem));
            }
            case Outcome.Interrupted _ -> schedule.stopped(job, Merit.failed(problem.objectives().size()));
            case Outcome.Failure failure -> {
                if (!failure.kind().isAboutConfiguration() && job.attempt() + 1 < ATTEMPTS) {
                    lost.add(new Job(job.candidate(), job.level(), job.bracket(), job.attempt() + 1));
                } else {
                    finish(job, Merit.failed(problem.objectives().size()));
                }
            }
        }
    }

    private void finish(Job job, Merit merit) {
        observe(job.candidate(), job.level(), merit);
        schedule.told(job, merit);
    }

    private void observe(Candidate candidate, int level, Merit merit) {
        if (candidate.record(level, merit)) {
            proposer.observed(candidate, level, merit);
        }
    }
}
