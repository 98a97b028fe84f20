package org.optbench.tasks.systems.sor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** Matrices, radii and iterations against closed forms. */
class SolverTest {

    @ParameterizedTest
    @EnumSource
    void powerIterationAgreesWithTheRadiusInUse(ModelSystem system) {
        ModelSystem.Built built = system.built();
        ShiftRange shifts = ShiftRange.of(system.smallest());
        for (double c : new double[]{0.0, 0.13, 0.25, 0.61, 1.0}) {
            double shift = shifts.at(c);
            assertThat(built.jacobiRadius().applyAsDouble(shift)).isCloseTo(built.matrix().jacobiRadius(shift), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSmallestEigenvalueIsTheDeclaredOne(ModelSystem system) {
        // the Jacobi radius reaches 1 where the shifted matrix becomes singular
        assertThat(system.built().matrix().jacobiRadius(-system.smallest())).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void theShiftsOfTheTenByTenPoissonMatrixAreThePublishedOnes() {
        ShiftRange shifts = ShiftRange.of(ModelSystem.POISSON2D_10.smallest());
        assertThat(shifts.lower()).isCloseTo(-0.15, within(1e-12));
        assertThat(shifts.upper()).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void theOracleOfTheModelProblemIsYoungsParameter() {
        // 2 / (1 + sin(pi h)), h = 1/11 and 1/21 (D. M. Young, Iterative Solution of Large Linear Systems, 1971, section 6.5)
        assertThat(sequence(ModelSystem.POISSON2D_10, ShiftLaw.FIXED).oracle(0.0)).isCloseTo(2.0 / (1.0 + StrictMath.sin(Math.PI / 11.0)),
                within(1e-12));
        assertThat(sequence(ModelSystem.POISSON2D_20, ShiftLaw.FIXED).oracle(0.0)).isCloseTo(2.0 / (1.0 + StrictMath.sin(Math.PI / 21.0)),
                within(1e-12));
    }

    @Test
    void gaussSeidelConvergesAtTheSquareOfTheJacobiRadius() {
        // from the slowest mode alone the residual falls by rho^2 in each iteration (Young 1971, section 4.2)
        ModelSystem.Built built = ModelSystem.POISSON2D_20.built();
        double[] b = IntStream.range(0, 400).mapToDouble(i -> StrictMath.sin(Math.PI * (i % 20 + 1) / 21) * StrictMath.sin(Math.PI * (i / 20 + 1) / 21))
                .toArray();
        double expected = Math.log(1e-8) / (2.0 * Math.log(built.jacobiRadius().applyAsDouble(0.0)));
        assertThat((double) Solver.SOR.iterations(built.matrix(), 0.0, 1.0, b)).isCloseTo(expected, within(0.02 * expected));
    }

    @ParameterizedTest
    @EnumSource
    void bothSolversStopAtTheSolution(ModelSystem system) {
        // the tolerance is met: one iteration fewer is not enough, and conjugate gradients end within n iterations
        ModelSystem.Built built = system.built();
        double[] b = normal(built.matrix().size());
        int cg = Solver.SSOR_CG.iterations(built.matrix(), 0.0, 1.2, b);
        int sor = Solver.SOR.iterations(built.matrix(), 0.0, 1.5, b);
        assertThat(cg).isBetween(3, built.matrix().size());
        assertThat(sor).isGreaterThan(cg).isLessThan(Solver.LIMIT);
    }

    @ParameterizedTest
    @EnumSource
    void theOracleIsNearlyTheBestFixedParameterWhenNothingShifts(ModelSystem system) {
        SystemSequence sequence = sequence(system, ShiftLaw.FIXED);
        double oracle = sequence.oracle(ShiftRange.of(system.smallest()).at(0.25));
        long atOracle = total(sequence, oracle);
        long best = IntStream.rangeClosed(0, 38).mapToLong(i -> total(sequence, 1.2 + 0.02 * i)).min().orElseThrow();
        assertThat(atOracle).isLessThanOrEqualTo((long) (1.12 * best));
        assertThat(total(sequence, 1.0)).isGreaterThan(2 * atOracle);
    }

    @Test
    void theOracleOfEachShiftBeatsTheBestFixedParameter() {
        SystemSequence sequence = new SystemSequence(Solver.SOR, ModelSystem.POISSON2D_10, ShiftLaw.BETA_HALF, 1);
        int steps = 100;
        long oracle = IntStream.range(0, steps).mapToLong(step -> sequence.iterations(step, sequence.oracle(sequence.shift(step)))).sum();
        long best = IntStream.rangeClosed(0, 38)
                .mapToLong(i -> IntStream.range(0, steps).mapToLong(step -> sequence.iterations(step, 1.2 + 0.02 * i)).sum()).min().orElseThrow();
        assertThat(oracle).isLessThan(best);
    }

    private static SystemSequence sequence(ModelSystem system, ShiftLaw law) {
        return new SystemSequence(Solver.SOR, system, law, 1);
    }

    private static long total(SystemSequence sequence, double omega) {
        return IntStream.range(0, 3).mapToLong(step -> sequence.iterations(step, omega)).sum();
    }

    private static double[] normal(int n) {
        var random = RandomStreams.of("solver test").stream("b");
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = Normal.draw(random);
        }
        return b;
    }
}
