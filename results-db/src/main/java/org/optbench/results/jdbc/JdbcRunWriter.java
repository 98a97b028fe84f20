package org.optbench.results.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunEvent;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;
import org.optbench.results.TargetHit;
import org.optbench.results.TrialRecord;

/**
 * Hands the log of one run to the group writer. An ask of one suggestion that is told by the very next call, as all are in a run with one worker,
 * follows from its trial and is not written.
 */
final class JdbcRunWriter implements RunWriter {

    private final WriterState log;
    private final GroupWriter writer;
    private final Map<Integer, RunEvent> stored = new HashMap<>();
    private int next;
    private @Nullable AskRecord held;

    JdbcRunWriter(WriterState log, GroupWriter writer, List<RunEvent> history) {
        this.log = log;
        this.writer = writer;
        history.forEach(event -> stored.put(event.sequence(), event));
        this.next = history.isEmpty() ? 0 : history.getLast().sequence() + 1;
    }

    @Override
    public void append(RunEvent event) {
        log.check();
        if (event.sequence() < next) {
            requireSame(event);
            return;
        }
        if (event.sequence() > next) {
            throw new IllegalArgumentException("Run " + log.lease.run() + ": call " + event.sequence() + " was appended where call " + next
                    + " is due. Maybe a call was left out: every ask, report and tell has a number of its own.");
        }
        next++;
        AskRecord before = held;
        held = null;
        if (before != null && !isImplied(before, event)) {
            writer.add(new Entry.Event(log, before));
        }
        if (event instanceof AskRecord ask && ask.equals(AskRecord.one(ask.sequence(), ask.firstTrial()))) {
            held = ask;
        } else {
            writer.add(new Entry.Event(log, event));
        }
    }

    @Override
    public void hit(TargetHit hit) {
        log.check();
        writer.add(new Entry.Hit(log, hit));
    }

    @Override
    public void usage(Map<String, Double> totals) {
        log.check();
        if (!totals.isEmpty()) {
            writer.add(new Entry.Usage(log, totals));
        }
    }

    @Override
    public void flush() {
        release();
        writer.flush();
        log.check();
    }

    @Override
    public void close() {
        if (log.failure() == null) {
            release();
        }
    }

    private void release() {
        AskRecord ask = held;
        if (ask != null) {
            held = null;
            writer.add(new Entry.Event(log, ask));
        }
    }

    private static boolean isImplied(AskRecord ask, RunEvent next) {
        return next instanceof TrialRecord trial && trial.askedAt() == ask.sequence() && trial.index() == ask.firstTrial();
    }

    private void requireSame(RunEvent event) {
        RunEvent there = stored.get(event.sequence());
        boolean same = switch (event) {
            case TrialRecord trial -> there instanceof TrialRecord other && trial.sameResult(other);
            case AskRecord ask -> ask.equals(there);
            case MeasurementRecord report -> there instanceof MeasurementRecord other && report.trial() == other.trial()
                    && report.verdict() == other.verdict() && report.point().equals(other.point());
        };
        if (!same) {
            throw new StoreException(Kind.CONFLICT, "Run " + log.lease.run() + ": call " + event.sequence() + " is recorded as " + there
                    + " and was appended again as " + event + ". Maybe the optimizer or the task is not deterministic, or changed without a new version.");
        }
    }
}
