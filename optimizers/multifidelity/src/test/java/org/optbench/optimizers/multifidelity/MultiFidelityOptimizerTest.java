package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;

class MultiFidelityOptimizerTest {

    static Stream<String> singleObjective() {
        return Fixtures.CATALOG.variantIds().stream().filter(id -> Fixtures.variant(id).provider() instanceof LadderProvider)
                .filter(id -> !Fixtures.variant(id).provider().description().capabilities().has(Feature.NEEDS_MULTI_OBJECTIVE));
    }

    @ParameterizedTest
    @MethodSource("singleObjective")
    void noWorkerEverWaitsAndRunsRepeat(String id) throws Exception {
        List<Trial> once = simulated(id);
        assertThat(once).isNotEmpty();
        assertThat(simulated(id)).isEqualTo(once);
    }

    private static List<Trial> simulated(String id) throws Exception {
        Simulation simulation = new Simulation(Fixtures.training(2, Fixtures.EPOCHS, true), Fixtures.variant(id), 8, 60, 7).run();
        assertThat(simulation.waits()).isZero();
        return simulation.told();
    }

    /** Continuations name the trial that they go on from, of the same configuration at a lower level. */
    @Test
    void promotedCandidatesResumeTheirTrial() throws Exception {
        List<Trial> told = new Simulation(Fixtures.training(2, Fixtures.EPOCHS, true), Fixtures.variant("asha"), 4, 150, 1).run().told();
        List<Trial> resumed = told.stream().filter(trial -> trial.suggestion().resumes().isPresent()).toList();
        assertThat(resumed).hasSizeGreaterThan(10).allSatisfy(trial -> {
            Trial from = told.stream().filter(one -> one.index() == trial.suggestion().resumes().getAsInt()).findFirst().orElseThrow();
            assertThat(from.suggestion().configuration()).isEqualTo(trial.suggestion().configuration());
            assertThat(from.suggestion().fidelity().level("epochs")).isLessThan(trial.suggestion().fidelity().level("epochs"));
        });
    }

    @Test
    void lostTrialIsSuggestedOnceMoreAndThenCountsAsFailed() {
        try (Optimizer optimizer = Fixtures.optimizer("hyperband", Fixtures.problem(Fixtures.EPOCHS), 1)) {
            Suggestion first = ask(optimizer);
            optimizer.tell(failure(0, first, FailureKind.LOST));
            Suggestion second = ask(optimizer);
            assertThat(second.configuration()).isEqualTo(first.configuration());
            assertThat(second.fidelity()).isEqualTo(first.fidelity());
            optimizer.tell(failure(1, second, FailureKind.LOST));
            assertThat(ask(optimizer).configuration()).isNotEqualTo(first.configuration());
        }
    }

    @Test
    void failureOfTheConfigurationIsNotRepeated() {
        try (Optimizer optimizer = Fixtures.optimizer("hyperband", Fixtures.problem(Fixtures.EPOCHS), 1)) {
            Suggestion first = ask(optimizer);
            optimizer.tell(failure(0, first, FailureKind.NOT_A_NUMBER));
            assertThat(ask(optimizer).configuration()).isNotEqualTo(first.configuration());
        }
    }

    @Test
    void trialToldTwiceIsAnError() {
        try (Optimizer optimizer = Fixtures.optimizer("asha", Fixtures.problem(Fixtures.EPOCHS), 1)) {
            Trial trial = failure(0, ask(optimizer), FailureKind.CRASH);
            optimizer.tell(trial);
            assertThatThrownBy(() -> optimizer.tell(trial)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("told before");
        }
    }

    @Test
    void notFiniteValuesCountAsFailed() {
        assertThat(Merit.of(List.of(Double.POSITIVE_INFINITY), List.of(), Fixtures.problem(Fixtures.EPOCHS)).isFailed()).isTrue();
        assertThat(Merit.of(List.of(Double.NaN), List.of(), Fixtures.problem(Fixtures.EPOCHS)).isFailed()).isTrue();
    }

    /** 27, 12, 6 and 4 are the largest numbers of evaluations of a bracket at the four levels. */
    @Test
    void populationsAreAsLargeAsTheLargestBracket() {
        assertThat(EvolutionProposer.sizes(Fixtures.ladder(Fixtures.EPOCHS), 3)).containsExactly(27, 12, 6, 4);
    }

    private static Suggestion ask(Optimizer optimizer) {
        return ((Ask.Suggest) optimizer.ask(new AskRequest(1, 0, Optional.empty()))).suggestions().getFirst();
    }

    private static Trial failure(int index, Suggestion suggestion, FailureKind kind) {
        return new Trial(index, suggestion, 0, Outcome.failure(kind, "for the test"), List.of());
    }
}
