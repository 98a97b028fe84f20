package org.optbench.tasks.synthetic.multitask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.Fidelity;
import org.optbench.model.MultiTask;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Task;
import org.optbench.tasks.synthetic.TaskRunner;
import org.optbench.tasks.synthetic.coco.BbobFunction;

class MultitaskProviderTest {

    static Stream<Groups.Group> groups() {
        return Groups.all().values().stream();
    }

    private static Configuration point(String member, double[] u) {
        TreeMap<String, Value> values = new TreeMap<>();
        values.put("member", Value.of(member));
        for (int i = 0; i < u.length; i++) {
            values.put("x" + (i + 1), Value.of(u[i]));
        }
        return new Configuration(values);
    }

    @Test
    void thereAreAtLeastTwentyGroups() {
        assertThat(Groups.all()).hasSizeGreaterThanOrEqualTo(20);
    }

    /** The objective of the selected member is the single-task function of the leading coordinates; those of the others are NaN. */
    @ParameterizedTest
    @MethodSource("groups")
    void eachMemberEqualsItsSingleTaskForm(Groups.Group group) {
        Task task = TaskRunner.open("multitask/" + group.name() + "/d6");
        MultiTask multiTask = task.problem().multiTask().orElseThrow();
        List<Member> members = group.maker().make(6);
        Random random = new Random(4);
        for (int m = 0; m < members.size(); m++) {
            double[] u = random.doubles(6).toArray();
            Outcome.Success outcome = (Outcome.Success) TaskRunner.evaluate(task, point(multiTask.members().get(m), u), Fidelity.none(), 1);
            for (int k = 0; k < members.size(); k++) {
                Double expected = k == m ? members.get(m).function().value(Arrays.copyOf(u, members.get(m).dimension())) : Double.NaN;
                assertThat(outcome.objectives().get(k)).isEqualTo(expected);
            }
            assertThat(multiTask.dimensions().get(m)).isEqualTo(members.get(m).dimension());
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void placedMembersAttainTheirOptimumAtTheirPlace(Groups.Group group) {
        for (Member member : group.maker().make(8)) {
            if (member.function() instanceof PlacedFunction placed) {
                assertThat(placed.value(placed.place())).isCloseTo(member.optimum(), within(1e-9));
                assertThat(Arrays.stream(placed.place()).allMatch(c -> c > 0.0 && c < 1.0)).isTrue();
            }
        }
    }

    @Test
    void intersectionsAreAsNamed() {
        List<Member> complete = Groups.all().get("ci-ackley-rastrigin").maker().make(6);
        List<Member> partial = Groups.all().get("pi-ackley-rastrigin").maker().make(6);
        List<Member> none = Groups.all().get("ni-ackley-rastrigin").maker().make(6);
        assertThat(place(complete, 0)).isEqualTo(place(complete, 1));
        assertThat(Arrays.copyOf(place(partial, 0), 3)).isEqualTo(Arrays.copyOf(place(partial, 1), 3));
        for (int i = 0; i < 6; i++) {
            assertThat(place(none, 0)[i]).isNotEqualTo(place(none, 1)[i]);
            assertThat(place(partial, 0)[i] == place(partial, 1)[i]).isEqualTo(i < 3);
        }
    }

    private static double[] place(List<Member> members, int index) {
        return ((PlacedFunction) members.get(index).function()).place();
    }

    @Test
    void bbobMembersAreTheInstances() {
        List<Member> members = Groups.all().get("bbob-f15").maker().make(4);
        double[] u = {0.1, 0.9, 0.4, 0.6};
        assertThat(members.get(2).function().value(u)).isEqualTo(BbobFunction.of(15, 4, 3).value(new double[]{-4.0, 4.0, -1.0, 1.0}));
    }
}
