package org.optbench.tasks.synthetic.decorator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * Gives one result for one configuration and fidelity, however often and with whatever seed it is asked: {@code cache(entries)}. The seed of an evaluation
 * is replaced by one that follows from the configuration and the fidelity, so that results do not depend on what was asked before; the latest successes
 * are kept, 10 000 by default. The learning curve is reported by the first evaluation only. Evaluations that resume others are not cached.
 */
public final class CacheDecorator extends SyntheticDecorator {

    private static final double ENTRIES = 10_000;

    /** For the service loader. */
    public CacheDecorator() {
        super("cache", "cache(<entries>)", "evaluates a configuration once and then repeats the result");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(0, 1).number(0, ENTRIES, 1, 1e7);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed;
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        return new Cached(task, description, task.problem(), (int) arguments.number(0, ENTRIES, 1, 1e7));
    }

    private static final class Cached extends DecoratedTask {

        private final Map<String, Outcome> successes;

        Cached(Task inner, TaskDescription description, Problem problem, int entries) {
            super(inner, description, problem);
            successes = Collections.synchronizedMap(new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
                    return size() > entries;
                }
            });
        }

        @Override
        public Outcome evaluate(Evaluation e, Progress progress) throws Exception {
            if (e.resumed().isPresent()) {
                return super.evaluate(e, progress);
            }
            String key = e.configuration().canonicalText() + " at " + e.fidelity().canonicalText();
            Outcome known = successes.get(key);
            if (known != null) {
                return known;
            }
            long seed = RandomStreams.of(key).seed("cache");
            Outcome outcome = super.evaluate(new Evaluation(e.trial(), e.configuration(), e.fidelity(), seed, Optional.empty()), progress);
            if (outcome instanceof Outcome.Success) {
                successes.put(key, outcome);
            }
            return outcome;
        }
    }
}
