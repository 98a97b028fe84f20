package org.optbench.tasks.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;

class LearningTaskProviderTest {

    private final LearningTaskProvider provider = new LearningTaskProvider();
    private final TaskContext context = new TaskContext(Path.of("no-data"), Path.of("target", "work"), Map.of());

    @Test
    void dataSetsHaveTheSizesThatAreDeclared() {
        for (DataSets.Info info : DataSets.all()) {
            DataSet data = DataSets.load(info);
            assertThat(List.of(data.size(), data.features(), data.classes().size())).as(info.name())
                    .isEqualTo(List.of(info.size(), info.features(), info.classes()));
        }
    }

    @Test
    void foldsAreEvenAndSpreadTheClasses() {
        DataSet wine = DataSets.load(DataSets.all().stream().filter(info -> info.name().equals("wine")).findFirst().orElseThrow());
        int[] folds = wine.folds();
        int[][] counts = new int[DataSet.FOLDS][3];
        for (int i = 0; i < folds.length; i++) {
            counts[folds[i]][(int) wine.target()[i]]++;
        }
        for (int[] count : counts) { // 59, 71 and 48 examples of the three classes
            assertThat(count[0]).isBetween(10, 13);
            assertThat(count[1]).isBetween(12, 16);
            assertThat(count[2]).isBetween(8, 11);
        }
        assertThat(wine.folds()).isEqualTo(folds);
    }

    /**
     * Ranges of the cross-validated error that the literature and the scikit-learn documentation report for sensible settings on these data: iris
     * 0.02-0.06, wine below 0.05, breast cancer 0.02-0.06, digits 0.01-0.05, penguins below 0.03, diabetes an RMSE of 53-60, cars 2.5-3.6 miles per gallon.
     */
    @ParameterizedTest
    @CsvSource({"learn/forest/iris, 0.02, 0.07", "learn/svm/iris, 0.01, 0.07", "learn/svm/wine, 0.0, 0.05", "learn/forest/breast-cancer, 0.02, 0.06",
            "learn/logistic/breast-cancer, 0.01, 0.04", "learn/knn/digits, 0.005, 0.05", "learn/forest/penguins, 0.0, 0.03", "learn/forest/diabetes, 53, 61",
            "learn/boosting/cars, 2.5, 3.6", "learn/forest/cars, 2.4, 3.4", "learn/elastic-net/diabetes, 53, 58", "learn/mlp/iris, 0.01, 0.12"})
    void defaultsReachPublishedErrors(String id, double least, double most) throws Exception {
        Assumptions.assumeTrue(provider.describe(TaskId.of(id), context).orElseThrow().isAvailable(), "skipped: " + id + " needs libopenblas");
        assertThat(errorAt(id, 1)).isBetween(least, most);
    }

    @Test
    void theSeedDeterminesTheResult() throws Exception {
        for (String id : List.of("learn/forest/seattle-weather", "learn/boosting/iris", "learn/svm/cars")) {
            assertThat(errorAt(id, 5)).as(id).isEqualTo(errorAt(id, 5));
        }
    }

    @Test
    void networksReportEachEpochAndStopWhenTold() throws Exception {
        Assumptions.assumeTrue(provider.describe(TaskId.of("learn/mlp/iris/mf"), context).orElseThrow().isAvailable(), "skipped: needs libopenblas");
        try (Task task = provider.open(TaskId.of("learn/mlp/iris/mf"), context)) {
            Evaluation evaluation = new Evaluation(0, task.problem().space().defaults(), Fidelity.of("epochs", 9), 1);
            Outcome outcome = task.evaluate(evaluation, new StopAt(3));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Interrupted.class,
                    early -> assertThat(early.reached()).isEqualTo(Fidelity.of("epochs", 3)));
        }
    }

    @Test
    void thereAreAtLeastSixtyTasksOfEveryType() {
        assertThat(provider.catalog(context).count()).isGreaterThanOrEqualTo(60);
        assertThat(provider.catalog(context).map(task -> task.type()).distinct()).containsExactlyInAnyOrder(TaskType.values());
    }

    private double errorAt(String id, long seed) throws Exception {
        try (Task task = provider.open(TaskId.of(id), context)) {
            Configuration defaults = task.problem().space().defaults();
            Outcome outcome = task.evaluate(new Evaluation(0, defaults, task.problem().fidelities().full(), seed), new StopAt(Integer.MAX_VALUE));
            return ((Outcome.Success) outcome).objectives().getFirst();
        }
    }

    private static final class StopAt implements Progress {

        private final int last;
        private int reports;

        StopAt(int last) {
            this.last = last;
        }

        @Override
        public Verdict report(Measurement measurement) {
            return ++reports >= last ? Verdict.STOP : Verdict.CONTINUE;
        }

        @Override
        public void log(String line) {
            // nothing listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Path checkpoints(int trial) {
            return Path.of("target", "checkpoints");
        }
    }
}
