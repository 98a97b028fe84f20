package org.optbench.runner.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.optbench.model.space.Value;

class CampaignReaderTest {

    private static final String GOOD = """
            schema: 1
            name: smoke
            seeds: {first: 3, count: 2}
            budget:
              evaluations: {perDimension: 10, plus: 5}
              regret: 1.0e-8
            workers: {count: 4, mode: synchronous, clock: evaluations}
            trialTimeLimit: 1.5
            optimizers:
              - random
              - {id: cma-es/bipop, name: mine, settings: {sigma0: 0.3, mu: 4, kind: fast}, options: {command: "a b"}, where: type=BB}
            tasks:
              - "bbob/f{1,8}/d5/i1"
              - {id: bbob/f3/d2/i1, budget: {trials: 7}}
              - {where: "type=MF"}
            """;

    @Test
    void readsEveryKey() {
        CampaignSpec campaign = CampaignReader.read(GOOD, "test");
        assertThat(campaign.name()).isEqualTo("smoke");
        assertThat(campaign.seeds().stream()).containsExactly(3L, 4L);
        assertThat(campaign.budget().evaluations().orElseThrow().of(5)).isEqualTo(55);
        assertThat(campaign.budget().regret()).hasValue(1e-8);
        assertThat(campaign.workers()).isEqualTo(new WorkerSpec(4, WorkerSpec.Mode.SYNCHRONOUS, WorkerSpec.Clock.EVALUATIONS, false));
        assertThat(campaign.trialTimeLimit().toMillis()).isEqualTo(1500);
        OptimizerSpec mine = campaign.optimizers().get(1);
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.settings().active()).containsEntry("sigma0", Value.of(0.3)).containsEntry("mu", Value.of(4L)).containsEntry("kind", Value.of("fast"));
        assertThat(mine.options()).containsEntry("command", "a b");
        assertThat(mine.where()).isEqualTo("type=BB");
        assertThat(campaign.optimizers().getFirst().where()).isEmpty();
        assertThat(campaign.tasks()).extracting(TaskSpec::kind).containsExactly(TaskSpec.Kind.GLOB, TaskSpec.Kind.ID, TaskSpec.Kind.GLOB);
        assertThat(campaign.tasks().get(1).budget().orElseThrow().trials().orElseThrow().of(9)).isEqualTo(7);
    }

    @Test
    void readsHowSimulatedWorkersDiffer() {
        String file = """
                schema: 1
                name: rough
                budget: {trials: 5}
                optimizers: [random]
                tasks: [bbob/f1/d2/i1]
                workers: {count: 4, simulation: {speeds: [1, 0.5], stragglers: {probability: 0.1, factor: 8}, failures: {probability: 0.02, downtime: 60}}}
                """;
        assertThat(CampaignReader.read(file, "rough").workers().simulation()).isEqualTo(new Simulation(List.of(1.0, 0.5),
                new Simulation.Stragglers(0.1, 8), new Simulation.Failures(0.02, 60)));
        assertThatThrownBy(() -> CampaignReader.read(file.replace("0.02", "2"), "rough")).isInstanceOf(CampaignException.class)
                .hasMessageContaining("Probability 2.0 of failures: it must lie in 0 .. 1");
        assertThatThrownBy(() -> CampaignReader.read(file.replace("0.5]", "fast]"), "rough")).isInstanceOf(CampaignException.class)
                .hasMessageContaining("'workers.simulation.speeds' must be a list of positive numbers");
    }

    @Test
    void reportsAllProblemsAtOnceWithLinesAndSuggestions() {
        String bad = """
                schema: 1
                name: "a b"
                sedes: {count: 2}
                seeds: {count: 0}
                budget: {evaluation: 5}
                optimizers: []
                tasks: [{glob: x, id: y}]
                """;
        CampaignException thrown = catchThrowableOfType(CampaignException.class, () -> CampaignReader.read(bad, "bad.yaml"));
        assertThat(thrown.problems()).anySatisfy(problem -> assertThat(problem).contains("line 3", "'sedes'", "Maybe you mean seeds"))
                .anySatisfy(problem -> assertThat(problem).contains("line 2", "'name'", "a b"))
                .anySatisfy(problem -> assertThat(problem).contains("line 4", "'seeds.count' is 0", "at least 1"))
                .anySatisfy(problem -> assertThat(problem).contains("'budget.evaluation'", "Maybe you mean evaluations"))
                .anySatisfy(problem -> assertThat(problem).contains("'budget' needs a limit"))
                .anySatisfy(problem -> assertThat(problem).contains("'optimizers' is missing or empty"))
                .anySatisfy(problem -> assertThat(problem).contains("line 7", "exactly one of id, glob, subset"));
    }

    @Test
    void refusesWhatIsNoCampaign() {
        for (String text : List.of("", "a: [", "- 1\n- 2", "schema: 2\nname: x\nbudget: {trials: 1}\noptimizers: [a]\ntasks: [b]")) {
            assertThatThrownBy(() -> CampaignReader.read(text, "broken.yaml")).as(text).isInstanceOf(CampaignException.class)
                    .hasMessageContaining("broken.yaml");
        }
    }

    @Test
    void refusesTwoOptimizersOfOneName() {
        assertThatThrownBy(() -> CampaignReader.read("schema: 1\nname: x\nbudget: {trials: 1}\noptimizers: [a, a]\ntasks: [b]", "twice"))
                .hasMessageContaining("names 'a' twice");
    }
}
