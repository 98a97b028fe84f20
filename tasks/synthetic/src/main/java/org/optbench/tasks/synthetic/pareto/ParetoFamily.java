package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A problem with its numbers of objectives and variables left open.
 *
 * @param name        first part of the id
 * @param group       test suite
 * @param constrained what follows from the number of objectives and variables: number of constraints
 * @param sizes       sizes to list
 * @param legal       which sizes exist
 * @param maker       builds the problem
 */
record ParetoFamily(String name, String group, Count constrained, List<Size> sizes, Legal legal, Maker maker) {

    /** Numbers of objectives and variables. */
    record Size(int objectives, int dimension) {
    }

    /** Builds a problem of a size. */
    @FunctionalInterface
    interface Maker {
        ParetoProblem make(Size size);
    }

    /** Tells legal sizes. */
    @FunctionalInterface
    interface Legal {
        boolean test(Size size);
    }

    /** Counts constraints. */
    @FunctionalInterface
    interface Count {
        int of(Size size);
    }

    private static final int LARGEST = 1000;
    private static final int MOST_OBJECTIVES = 25;
    private static final Map<String, ParetoFamily> ALL = all();

    static Stream<ParetoFamily> families() {
        return ALL.values().stream();
    }

    static Optional<ParetoFamily> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, ParetoFamily> all() {
        List<ParetoFamily> families = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            families.add(zdt(i));
        }
        for (int i = 1; i <= 7; i++) {
            families.add(dtlz(i, DtlzProblem.Constrained.NONE));
        }
        families.add(dtlz(1, DtlzProblem.Constrained.C1));
        families.add(dtlz(3, DtlzProblem.Constrained.C1));
        families.add(dtlz(2, DtlzProblem.Constrained.C2));
        families.add(dtlz(1, DtlzProblem.Constrained.C3));
        families.add(dtlz(4, DtlzProblem.Constrained.C3));
        for (int i = 1; i <= 9; i++) {
            families.add(wfg(i));
        }
        for (int i = 1; i <= 14; i++) {
            families.add(mw(i));
        }
        for (int i = 1; i <= 9; i++) {
            for (int difficulty = 1; difficulty <= DascmopProblem.DIFFICULTIES; difficulty++) {
                families.add(dascmop(i, difficulty));
            }
        }
        for (DesignProblem design : DesignProblem.values()) {
            Size only = new Size(design.objectives(), design.dimension());
            families.add(new ParetoFamily(design.id(), "design", _ -> design.constraints(), List.of(only), only::equals, _ -> design.problem()));
        }
        Map<String, ParetoFamily> byName = new LinkedHashMap<>();
        families.forEach(family -> byName.put(family.name, family));
        return byName;
    }

    private static ParetoFamily zdt(int number) {
        int[] dimensions = number == 5 ? new int[]{35, 80} : number == 4 || number == 6 ? new int[]{5, 10, 20} : new int[]{5, 10, 30};
        return new ParetoFamily("zdt" + number, "zdt", _ -> 0, sizes(2, dimensions),
                size -> size.objectives == 2 && size.dimension <= LARGEST
                        && (number == 5 ? size.dimension >= 35 && size.dimension % 5 == 0 : size.dimension >= 2),
                size -> new ZdtProblem(number, size.dimension));
    }

    private static ParetoFamily dtlz(int number, DtlzProblem.Constrained constrained) {
        boolean free = constrained == DtlzProblem.Constrained.NONE;
        String name = constrained.prefix() + "dtlz" + number;
        int distance = number == 1 ? 5 : number == 7 ? 20 : 10;
        List<Size> sizes = IntStream.of(2, 3, 5, 8, 10)
                .mapToObj(m -> Stream.of(new Size(m, m + 2), new Size(m, m - 1 + distance)).distinct().toList()).flatMap(List::stream).toList();
        return new ParetoFamily(name, free ? "dtlz" : "c-dtlz",
                size -> free ? 0 : constrained == DtlzProblem.Constrained.C3 ? size.objectives : 1, sizes,
                size -> size.objectives >= 2 && size.objectives <= MOST_OBJECTIVES && size.dimension >= size.objectives && size.dimension <= LARGEST,
                size -> new DtlzProblem(number, constrained, size.objectives, size.dimension));
    }

    private static ParetoFamily wfg(int number) {
        List<Size> sizes = IntStream.of(2, 3, 5, 10).mapToObj(m -> Stream.of(4, 20).map(l -> new Size(m, WfgProblem.position(m) + l)).toList())
                .flatMap(List::stream).toList();
        return new ParetoFamily("wfg" + number, "wfg", _ -> 0, sizes, size -> {
            int distance = size.dimension - (size.objectives < 2 ? 0 : WfgProblem.position(size.objectives));
            boolean even = (number != 2 && number != 3) || distance % 2 == 0;
            return size.objectives >= 2 && size.objectives <= MOST_OBJECTIVES && distance >= 2 && even && size.dimension <= LARGEST;
        }, size -> new WfgProblem(number, size.objectives, size.dimension));
    }

    private static ParetoFamily mw(int number) {
        int m = number == 4 || number == 8 || number == 14 ? 3 : 2;
        int constraints = new MwProblem(number, 15).constraints();
        return new ParetoFamily("mw" + number, "mw", _ -> constraints, sizes(m, 5, 15),
                size -> size.objectives == m && size.dimension > m && size.dimension <= LARGEST, size -> new MwProblem(number, size.dimension));
    }

    private static ParetoFamily dascmop(int number, int difficulty) {
        Size only = new Size(number <= 6 ? 2 : 3, 30);
        return new ParetoFamily("dascmop" + number + "-" + difficulty, "das-cmop", _ -> number <= 6 ? 11 : 7, List.of(only), only::equals,
                _ -> new DascmopProblem(number, difficulty));
    }

    private static List<Size> sizes(int objectives, int... dimensions) {
        return IntStream.of(dimensions).mapToObj(d -> new Size(objectives, d)).toList();
    }
}
