package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RungTest {

    /** The fast rung and the plain one agree after every step. */
    @Test
    void sortedRungAgreesWithPlainRanking() {
        SplittableRandom random = new SplittableRandom(5);
        SortedRung fast = new SortedRung(3);
        RankedRung plain = new RankedRung(Ranking.byValue(), 3);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Candidate candidate = Fixtures.candidate(i, 1);
            Merit merit = random.nextInt(10) == 0 ? Merit.failed(1) : Fixtures.merit(random.nextInt(40));
            candidates.add(candidate);
            fast.add(candidate, merit);
            plain.add(candidate, merit);
            assertThat(fast.promotable()).isEqualTo(plain.promotable());
            assertThat(fast.isAmongBest(candidate)).isEqualTo(plain.isAmongBest(candidate));
            if (random.nextBoolean() && fast.promotable().isPresent()) {
                Candidate promoted = fast.promotable().get();
                fast.promote(promoted);
                plain.promote(promoted);
            }
        }
        assertThat(fast.ranked()).isEqualTo(plain.ranked());
        assertThat(candidates).filteredOn(fast::isAmongBest).hasSize(133);
    }

    @Test
    void bestPartIsRoundedDown() {
        assertThat(Rung.part(2, 3)).isZero();
        assertThat(Rung.part(3, 3)).isEqualTo(1);
        assertThat(Rung.part(27, 3)).isEqualTo(9);
    }

    @Test
    void promotionGoesFromTheHighestRungDown() {
        AshaSchedule asha = new AshaSchedule(Fixtures.ladder(Fixtures.EPOCHS), 3, 1, false, new SplittableRandom(1));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            assertThat(asha.next()).isInstanceOf(Move.Start.class);
            candidates.add(Fixtures.candidate(i, 4));
        }
        for (Candidate candidate : candidates) {
            asha.told(new Job(candidate, 0, 0, 0), Fixtures.merit(candidate.id()));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(asha.next()).isEqualTo(new Move.GoOn(candidates.get(i), 1, 0));
            asha.told(new Job(candidates.get(i), 1, 0, 0), Fixtures.merit(-i));
        }
        assertThat(asha.next()).isEqualTo(new Move.GoOn(candidates.get(2), 2, 0));
        assertThat(asha.next()).isEqualTo(new Move.Start(0, 0));
    }

    @Test
    void bracketsStartAtTheirLevels() {
        AshaSchedule asha = new AshaSchedule(Fixtures.ladder(Fixtures.EPOCHS), 3, 5, false, new SplittableRandom(1));
        int[] starts = new int[4];
        for (int i = 0; i < 4900; i++) {
            starts[asha.next().level()]++;
        }
        // 27, 12, 6 and 4 of 49 as in Hyperband; five standard deviations of the largest are 175
        assertThat(starts[0]).isBetween(2525, 2875);
        assertThat(starts[1]).isBetween(1040, 1360);
        assertThat(starts[2]).isBetween(480, 720);
        assertThat(starts[3]).isBetween(300, 500);
    }

    @Test
    void pashaKeepsToTheLowestRungsWhileTheRankingHolds() {
        assertThat(highestAfter(1)).isEqualTo(1);
        assertThat(highestAfter(-1)).isEqualTo(3);
    }

    /** Drives PASHA with merits whose order is kept (1) or turned round (-1) at each level. */
    private static int highestAfter(int sign) {
        PashaSchedule pasha = new PashaSchedule(Fixtures.ladder(Fixtures.EPOCHS), 3, 0.9, false);
        int next = 0;
        for (int i = 0; i < 300; i++) {
            Move move = pasha.next();
            Candidate candidate = switch (move) {
                case Move.Start _ -> Fixtures.candidate(next++, 4);
                case Move.GoOn goOn -> goOn.candidate();
            };
            double value = candidate.id() * (move.level() % 2 == 0 ? 1 : sign);
            candidate.record(move.level(), Fixtures.merit(value));
            pasha.told(new Job(candidate, move.level(), 0, 0), Fixtures.merit(value));
        }
        return pasha.highest();
    }

    @Test
    void pashaEvaluatesItsLeaderInFull() {
        PashaSchedule pasha = new PashaSchedule(Fixtures.ladder(Fixtures.EPOCHS), 3, 0.9, true);
        List<Candidate> candidates = List.of(Fixtures.candidate(0, 4), Fixtures.candidate(1, 4), Fixtures.candidate(2, 4));
        candidates.forEach(candidate -> {
            candidate.record(0, Fixtures.merit(candidate.id()));
            pasha.told(new Job(candidate, 0, 0, 0), Fixtures.merit(candidate.id()));
        });
        assertThat(pasha.next()).isEqualTo(new Move.GoOn(candidates.getFirst(), 1, 0));
        candidates.getFirst().record(1, Fixtures.merit(0));
        pasha.told(new Job(candidates.getFirst(), 1, 0, 0), Fixtures.merit(0));
        assertThat(pasha.next()).isEqualTo(new Move.GoOn(candidates.getFirst(), 3, 0));
        assertThat(pasha.next()).isInstanceOf(Move.Start.class);
    }
}
