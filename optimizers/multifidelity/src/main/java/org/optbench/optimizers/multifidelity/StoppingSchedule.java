package org.optbench.optimizers.multifidelity;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Every candidate starts out for the full level and is stopped on the way where the rule says so. On a task that reports, the running trial itself is
 * stopped. A task that does not is asked for one level after the other, and a candidate that goes on does so at once; a resumable task is taken for a
 * reporting one until a trial has come to its end without a report.
 */
final class StoppingSchedule implements Schedule {

    private final Ladder ladder;
    private final StoppingRule rule;
    private final Deque<Move> goingOn = new ArrayDeque<>();
    private boolean reports;
    private boolean hasReported;

    StoppingSchedule(Ladder ladder, StoppingRule rule) {
        this.ladder = ladder;
        this.rule = rule;
        this.reports = ladder.isResumable();
    }

    @Override
    public Move next() {
        return goingOn.isEmpty() ? new Move.Start(reports ? ladder.top() : 0, 0) : goingOn.removeFirst();
    }

    @Override
    public boolean goesOn(Job job, int level, Merit merit) {
        hasReported = true;
        return rule.goesOn(job.candidate(), level, merit);
    }

    @Override
    public void told(Job job, Merit merit) {
        if (job.level() < ladder.top()) {
            if (rule.goesOn(job.candidate(), job.level(), merit)) {
                goingOn.add(new Move.GoOn(job.candidate(), job.level() + 1, job.bracket()));
            }
            return;
        }
        if (!merit.isFailed()) {
            rule.completed(job.candidate(), merit);
            reports = reports && (hasReported || ladder.size() == 1);
        }
    }

    @Override
    public void stopped(Job job, Merit failed) {
        // the rule has its result already
    }
}
