package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optbench.model.FidelityParameter;

class BracketTest {

    /** Table 1 of Li et al. 2018 (R = 81, eta = 3). */
    @Test
    void sizesAreThoseOfThePaper() {
        assertThat(Bracket.sizes(4, 4, 3)).containsExactly(81, 27, 9, 3, 1);
        assertThat(Bracket.sizes(3, 4, 3)).containsExactly(34, 11, 3, 1);
        assertThat(Bracket.sizes(2, 4, 3)).containsExactly(15, 5, 1);
        assertThat(Bracket.sizes(1, 4, 3)).containsExactly(8, 2);
        assertThat(Bracket.sizes(0, 4, 3)).containsExactly(5);
    }

    @Test
    void bestOnesGoOnWhenAllAreThrough() {
        Bracket bracket = new Bracket(0, new int[]{3, 1}, 1, Ranking.byValue());
        List<Candidate> candidates = List.of(Fixtures.candidate(0, 3), Fixtures.candidate(1, 3), Fixtures.candidate(2, 3));
        for (int i = 0; i < 3; i++) {
            assertThat(bracket.next()).contains(new Move.Start(1, 0));
        }
        assertThat(bracket.next()).isEmpty();
        bracket.told(candidates.get(2), Fixtures.merit(1));
        bracket.told(candidates.get(0), Fixtures.merit(0.5));
        assertThat(bracket.next()).isEmpty();
        bracket.told(candidates.get(1), Fixtures.merit(2));
        assertThat(bracket.next()).contains(new Move.GoOn(candidates.get(0), 2, 0));
        bracket.told(candidates.get(0), Fixtures.merit(0.1));
        assertThat(bracket.isOver()).isTrue();
    }

    @Test
    void failuresDoNotGoOn() {
        Bracket bracket = new Bracket(0, new int[]{3, 2}, 0, Ranking.byValue());
        Candidate good = Fixtures.candidate(1, 2);
        for (int i = 0; i < 3; i++) {
            bracket.next();
        }
        bracket.told(Fixtures.candidate(0, 2), Merit.failed(1));
        bracket.told(good, Fixtures.merit(5));
        bracket.told(Fixtures.candidate(2, 2), Merit.failed(1));
        assertThat(bracket.next()).contains(new Move.GoOn(good, 1, 0));
        assertThat(bracket.next()).isEmpty();
        bracket.told(good, Merit.failed(1));
        assertThat(bracket.isOver()).isTrue();
    }

    @Test
    void bracketOfFailuresIsOver() {
        Bracket bracket = new Bracket(0, new int[]{1, 1}, 0, Ranking.byValue());
        bracket.next();
        bracket.told(Fixtures.candidate(0, 2), Merit.failed(1));
        assertThat(bracket.isOver()).isTrue();
        assertThat(bracket.next()).isEmpty();
    }

    @Test
    void workersWithoutWorkBeginTheNextBracket() {
        HyperbandSchedule schedule = new HyperbandSchedule(Fixtures.ladder(FidelityParameter.steps("epoch", 1, 9)), 3, true, Ranking.byValue());
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            moves.add(schedule.next());
        }
        // brackets of 9, 5 and 3 candidates at the levels 0, 1 and 2, then 9 again
        assertThat(moves.subList(0, 9)).containsOnly(new Move.Start(0, 0));
        assertThat(moves.subList(9, 14)).containsOnly(new Move.Start(1, 1));
        assertThat(moves.subList(14, 17)).containsOnly(new Move.Start(2, 2));
        assertThat(moves.get(17)).isEqualTo(new Move.Start(0, 3));
    }

    @Test
    void oldestBracketHasPrecedence() {
        HyperbandSchedule schedule = new HyperbandSchedule(Fixtures.ladder(FidelityParameter.steps("epoch", 1, 3)), 3, true, Ranking.byValue());
        List<Candidate> first = List.of(Fixtures.candidate(0, 2), Fixtures.candidate(1, 2), Fixtures.candidate(2, 2));
        for (int i = 0; i < 4; i++) {
            schedule.next();
        }
        first.forEach(candidate -> schedule.told(new Job(candidate, 0, 0, 0), Fixtures.merit(candidate.id())));
        assertThat(schedule.next()).isEqualTo(new Move.GoOn(first.getFirst(), 1, 0));
        assertThat(Optional.of(schedule.next())).contains(new Move.Start(1, 1));
    }
}
