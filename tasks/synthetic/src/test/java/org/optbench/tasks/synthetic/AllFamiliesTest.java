package org.optbench.tasks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

class AllFamiliesTest {

    private static final int LARGE = 200;

    /** One task drawn from every family of every provider; the widest large-scale ones are left out for time. */
    static Stream<String> oneOfEachFamily() {
        Map<String, List<String>> byFamily = new LinkedHashMap<>();
        TaskRunner.catalog().list(TaskRunner.CONTEXT).filter(task -> task.dimension() <= LARGE)
                .forEach(task -> byFamily.computeIfAbsent(task.id().provider() + " " + task.family(), _ -> new ArrayList<>()).add(task.id().text()));
        RandomGenerator random = RandomStreams.of("all families").stream("draw");
        return byFamily.values().stream().map(ids -> ids.get(random.nextInt(ids.size())));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachFamily")
    void opensAndEvaluates(String id) {
        try (Task task = TaskRunner.open(id)) {
            Outcome outcome = TaskRunner.evaluate(task, task.problem().space().sample(RandomStreams.of(id).stream("sample")),
                    task.problem().fidelities().full(), 1);
            assertThat(outcome).isInstanceOf(Outcome.Success.class);
        }
    }

    @Test
    void thereAreMoreThanTwentyThousandTasksOfEveryKind() {
        List<TaskDescription> all = TaskRunner.catalog().list(TaskRunner.CONTEXT).toList();
        assertThat(all).hasSizeGreaterThan(20_000);
        assertThat(all.stream().map(TaskDescription::id)).doesNotHaveDuplicates();
        assertThat(all.stream().map(task -> task.type().code()).distinct()).containsExactlyInAnyOrder("BB", "MF", "MO", "MOMF");
    }
}
