package org.optbench.tasks.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.TaskId;

/**
 * What an id of the collection stands for: {@code learn/LEARNER/DATA}, then {@code /mf} for the fidelity and {@code /size} or {@code /time} for a second
 * objective; the learner {@code select} chooses among all learners of the data.
 */
record LearningId(List<Learner> learners, DataSets.Info data, boolean isSelection, boolean isMultiFidelity, Optional<String> second) {

    /** The parameter that selects the learner. */
    static final String SELECTOR = "learner";

    private static final String SELECT = "select";

    LearningId {
        learners = List.copyOf(learners);
    }

    /** Every id of the collection. */
    static List<LearningId> all() {
        List<LearningId> ids = new ArrayList<>();
        for (DataSets.Info data : DataSets.all()) {
            List<Learner> selectable = Learners.all().stream().filter(learner -> learner.handles(data) && !learner.needsBlas()).toList();
            for (Optional<String> second : List.of(Optional.<String>empty(), Optional.of("size"), Optional.of("time"))) {
                for (Learner learner : Learners.all()) {
                    if (learner.handles(data)) {
                        ids.add(new LearningId(List.of(learner), data, false, false, second));
                        ids.add(new LearningId(List.of(learner), data, false, true, second));
                    }
                }
                ids.add(new LearningId(selectable, data, true, false, second));
            }
        }
        return ids;
    }

    TaskId id() {
        return TaskId.of("learn/" + (isSelection ? SELECT : learners.getFirst().id()) + "/" + data.name() + (isMultiFidelity ? "/mf" : "")
                + second.map(name -> "/" + name).orElse(""));
    }

    boolean needsBlas() {
        return learners.stream().anyMatch(Learner::needsBlas);
    }

    String summary() {
        return (isSelection ? "selection among " + learners.size() + " learners" : learners.getFirst().about()) + ", " + data.about() + ", "
                + (data.isRegression() ? "root mean squared error" : "error rate") + " of 5 folds"
                + second.map(name -> " and " + (name.equals("time") ? "training time" : "model size")).orElse("");
    }

    Problem problem() {
        List<Objective> objectives = new ArrayList<>();
        objectives.add(data.isRegression() ? Objective.minimize("rmse") : Objective.minimize("error").withReferencePoint(1));
        second.ifPresent(name -> objectives.add(name.equals("time") ? Objective.minimize("seconds").withReferencePoint(60)
                : Objective.minimize("size").withReferencePoint(1e6)));
        boolean isNoisy = learners.stream().anyMatch(Learner::isStochastic) || isMultiFidelity || second.equals(Optional.of("time"));
        return Problem.of(space(), objectives.toArray(Objective[]::new)).withNoise(isNoisy)
                .withFidelities(isMultiFidelity ? FidelitySpace.of(learners.getFirst().fidelity()) : FidelitySpace.none())
                .withText("Hyperparameters of a " + (isSelection ? "learner to be selected" : learners.getFirst().about()) + " for the data set "
                        + data.name() + " (" + data.about() + "; " + data.size() + " examples, " + data.features() + " features, "
                        + (data.isRegression() ? "regression" : data.classes() + " classes") + "). Minimise the cross-validated "
                        + (data.isRegression() ? "root mean squared error" : "error rate") + ".");
    }

    private SearchSpace space() {
        if (!isSelection) {
            return own(learners.getFirst(), !isMultiFidelity);
        }
        SearchSpace.Builder space = SearchSpace.builder().add(CategoricalParameter.of(SELECTOR, learners.stream().map(Learner::id).toList()));
        for (Learner learner : learners) {
            SearchSpace inner = own(learner, true);
            for (Parameter parameter : inner.parameters()) {
                Condition selected = Condition.equal(SELECTOR, learner.id());
                Condition activation = inner.activations().get(parameter.name());
                space.add(Prefixed.parameter(learner.id() + ".", parameter),
                        activation == null ? selected : Condition.all(selected, Prefixed.condition(learner.id() + ".", activation)));
            }
        }
        return space.build();
    }

    private SearchSpace own(Learner learner, boolean withCapacity) {
        SearchSpace space = learner.space(data);
        if (!withCapacity || learner.inPlaceOfFidelity().isEmpty()) {
            return space;
        }
        SearchSpace.Builder wider = SearchSpace.builder();
        learner.inPlaceOfFidelity().forEach(wider::add);
        space.parameters().forEach(wider::add);
        space.activations().forEach(wider::activeWhen);
        return wider.build();
    }
}
