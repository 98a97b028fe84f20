package org.optbench.tasks.surrogate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.optbench.model.task.Suggest;
import org.optbench.model.task.TaskId;

/**
 * What an id of the collection stands for. Ids read {@code yahpo/SCENARIO/INSTANCE}, then {@code /mf}, {@code /mo} or {@code /momf}. Targets other than
 * the usual ones follow after colons: {@code yahpo/lcbench/3945/bb:test_cross_entropy}, {@code yahpo/iaml_xgboost/1489/mo:mmce:nf:ias:rammodel}.
 *
 * @param targets outputs that are optimised, in this order
 */
record SurrogateId(Scenario scenario, String instance, boolean isMultiFidelity, List<String> targets) {

    static final String PROVIDER = "yahpo";

    private static final List<String> VARIANTS = List.of("bb", "mf", "mo", "momf");

    SurrogateId {
        targets = List.copyOf(targets);
    }

    static SurrogateId of(Scenario scenario, String instance, boolean isMultiFidelity, List<String> targets) {
        return new SurrogateId(scenario, instance, isMultiFidelity, targets);
    }

    /**
     * Reads an id; each task has exactly one.
     *
     * @throws IllegalArgumentException when there is no such task; the message names near ones
     */
    static SurrogateId parse(TaskId id, Scenarios scenarios) {
        List<String> parts = id.segments();
        if (!parts.getFirst().equals(PROVIDER) || parts.size() < 3 || parts.size() > 4) {
            throw wrong(id, "ids of this collection read yahpo/SCENARIO/INSTANCE, then /mf, /mo or /momf.",
                    "Maybe list them: optbench list tasks 'yahpo/**'");
        }
        List<String> names = scenarios.all().stream().map(Scenario::name).toList();
        Scenario scenario = scenarios.find(parts.get(1))
                .orElseThrow(() -> wrong(id, "there is no scenario '" + parts.get(1) + "'.", Suggest.hint(parts.get(1), names, "use one of " + names)));
        if (!scenario.instances().contains(parts.get(2))) {
            throw wrong(id, "scenario " + scenario.name() + " has no instance '" + parts.get(2) + "'.", Suggest.hint(parts.get(2), scenario.instances(),
                    "list its " + scenario.instances().size() + " instances: optbench list tasks 'yahpo/" + scenario.name() + "/*'"));
        }
        SurrogateId parsed = variant(id, scenario, parts.get(2), parts.size() == 4 ? List.of(parts.get(3).split(":", -1)) : List.of("bb"));
        if (!parsed.id().text().equals(id.base())) {
            throw wrong(id, "that task is called " + parsed.id() + ".", "Maybe write it so.");
        }
        return parsed;
    }

    private static SurrogateId variant(TaskId id, Scenario scenario, String instance, List<String> parts) {
        String variant = parts.getFirst();
        if (!VARIANTS.contains(variant)) {
            throw wrong(id, "there is no variant '" + variant + "'.", Suggest.hint(variant, VARIANTS, "use mf, mo, momf or none of them."));
        }
        boolean isMultiObjective = variant.startsWith("mo");
        List<String> usual = isMultiObjective ? scenario.multi() : scenario.single();
        List<String> targets = parts.size() == 1 ? usual : parts.subList(1, parts.size());
        for (String target : targets) {
            if (scenario.indexOf(target) < 0) {
                throw wrong(id, "scenario " + scenario.name() + " has no target '" + target + "'.",
                        Suggest.hint(target, scenario.outputNames(), "use one of " + scenario.outputNames()));
            }
        }
        if (isMultiObjective != targets.size() > 1 || new HashSet<>(targets).size() != targets.size()) {
            throw wrong(id, "variant '" + variant + "' needs " + (isMultiObjective ? "at least two different targets" : "one target") + ", not "
                    + targets + ".", "Maybe use " + (isMultiObjective ? "bb or mf" : "mo or momf") + ".");
        }
        return new SurrogateId(scenario, instance, variant.endsWith("mf"), targets);
    }

    boolean isMultiObjective() {
        return targets.size() > 1;
    }

    TaskId id() {
        String variant = isMultiObjective() ? isMultiFidelity ? "momf" : "mo" : isMultiFidelity ? "mf" : "bb";
        boolean isUsual = targets.equals(isMultiObjective() ? scenario.multi() : scenario.single());
        String last = isUsual ? variant : variant + ":" + String.join(":", targets);
        return TaskId.of(String.join("/", PROVIDER, scenario.name(), instance) + (last.equals("bb") ? "" : "/" + last));
    }

    /** The four usual tasks of an instance. */
    static List<SurrogateId> usual(Scenario scenario, String instance) {
        return Arrays.asList(of(scenario, instance, false, scenario.single()), of(scenario, instance, true, scenario.single()),
                of(scenario, instance, false, scenario.multi()), of(scenario, instance, true, scenario.multi()));
    }

    private static IllegalArgumentException wrong(TaskId id, String why, String hint) {
        return new IllegalArgumentException("Task '" + id + "': " + why + " " + hint);
    }
}
