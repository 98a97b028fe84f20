package org.optbench.tasks.systems.sor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Problem;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.support.ListedTaskProvider;

/** Relaxation parameters of one solver: {@code provider/<system>/<law of the shifts>/<setting>/i<1..5>}. */
abstract class RelaxationTaskProvider extends ListedTaskProvider {

    private static final int INSTANCES = 5;

    private final Solver solver;

    RelaxationTaskProvider(String id, String summary, Solver solver) {
        super(id, summary,
                id + "/<poisson1d-30 | poisson2d-10 | poisson2d-20 | poisson3d-6 | anisotropic2d-12 | diffusion2d-16 | bipartite-200>"
                        + "/<fixed | beta-2-6 | beta-half | uniform | drift | jump>/<blind | context | total | policy>/i<1.." + INSTANCES + ">");
        this.solver = solver;
    }

    @Override
    protected final Stream<Entry> entries() {
        return Arrays.stream(ModelSystem.values()).flatMap(system -> {
            ShiftRange shifts = ShiftRange.of(system.smallest());
            return Arrays.stream(Setting.values()).flatMap(setting -> {
                Problem problem = setting.problem(solver, shifts);
                return Arrays.stream(ShiftLaw.values()).flatMap(law -> IntStream.rangeClosed(1, INSTANCES)
                        .mapToObj(instance -> entry(system, shifts, law, setting, problem, instance)));
            });
        });
    }

    private Entry entry(ModelSystem system, ShiftRange shifts, ShiftLaw law, Setting setting, Problem problem, int instance) {
        TaskId task = TaskId.of(String.join("/", id(), system.id(), law.id(), setting.id(), "i" + instance));
        String summary = system.id() + ", " + law.id() + " shifts, " + setting.summary() + ", sequence " + instance;
        TaskDescription description = TaskDescription.of(task, "1", summary, system.id(), "systems", problem).withClock(TaskClock.SIMULATED)
                .withTraits(Trait.REAL).withAttributes(
                        Map.of("system", system.id(), "shifts", law.id(), "setting", setting.id(), "instance", Integer.toString(instance)));
        return new Entry(description,
                (listed, _) -> new RelaxationTask(listed, problem, setting, solver, new SystemSequence(solver, system, law, instance), shifts));
    }
}
