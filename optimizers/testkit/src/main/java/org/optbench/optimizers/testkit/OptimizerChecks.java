package org.optbench.optimizers.testkit;

import static org.optbench.tasks.testkit.Check.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.Preset;
import org.optbench.tasks.testkit.Check;
import org.optbench.tasks.testkit.ContractReport;

/** The contract of an optimizer: its description and settings, then its behaviour on each problem that its capabilities allow. */
public final class OptimizerChecks {

    private static final int TRIALS_WITH_SETTINGS = 25;

    private final OptimizerProvider provider;
    private final OptimizerCatalog catalog;
    private final Map<String, String> options;
    private final int trials;
    private final int settingsSamples;
    private final Path workFolder;

    /**
     * @param trials          trials per run, at least 10
     * @param settingsSamples number of random settings to try
     * @param options         options that differ from the declared ones
     */
    public OptimizerChecks(OptimizerProvider provider, int trials, int settingsSamples, Map<String, String> options) {
        if (trials < 10) {
            throw new IllegalArgumentException("Trials per run " + trials + ": at least 10 are needed.");
        }
        this.provider = provider;
        this.catalog = new OptimizerCatalog(List.of(provider));
        this.options = Map.copyOf(options);
        this.trials = trials;
        this.settingsSamples = settingsSamples;
        this.workFolder = temporaryFolder();
    }

    /** Runs every check. */
    public ContractReport report() {
        return ContractReport.run(provider.description().id(), checks());
    }

    /** The checks, those on the description first. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("description: complete and the same when asked twice", this::describedFully));
        checks.add(new Check("description: features agree with each other", this::coherentFeatures));
        checks.add(new Check("description: the service loader finds the provider", this::registered));
        checks.add(new Check("capabilities: at least one problem is possible, refusals say why", this::possible));
        OptimizerVariant variant = catalog.resolve(provider.description().id(), Configuration.empty(), options);
        List<ProblemCase> possible = ProblemCases.all().stream().filter(this::isPossible).toList();
        for (ProblemCase problem : possible) {
            checks.addAll(new BehaviourChecks(Setup.of(variant, problem, trials, workFolder), trials).checks());
        }
        if (!possible.isEmpty()) {
            ProblemCase widest = Stream.of("mixed", "floats", "2 objectives mixed")
                    .flatMap(name -> possible.stream().filter(problem -> problem.name().equals(name))).findFirst().orElse(possible.getFirst());
            checks.add(new Check("threads: closed early it leaves none",
                    () -> new BehaviourChecks(Setup.of(variant, widest, trials, workFolder), trials).leavesNoThreads()));
            checks.addAll(settingsChecks(variant, widest));
        }
        return checks;
    }

    private List<Check> settingsChecks(OptimizerVariant variant, ProblemCase problem) {
        List<Check> checks = new ArrayList<>();
        OptimizerDescription description = provider.description();
        for (Preset preset : description.presets()) {
            checks.add(new Check("preset " + preset.id() + ": works", () -> {
                OptimizerVariant chosen = catalog.resolve(description.id() + "/" + preset.id(), Configuration.empty(), options);
                runBriefly(Setup.of(chosen, problem, TRIALS_WITH_SETTINGS, workFolder));
            }));
        }
        int samples = description.settings().dimension() == 0 ? 0 : settingsSamples;
        RandomGenerator random = RandomStreams.of("optimizer contract " + description.id()).stream("settings");
        for (int i = 0; i < samples; i++) {
            Configuration settings = description.settings().sample(random);
            checks.add(new Check("settings " + i + ": " + settings + " work",
                    () -> runBriefly(Setup.of(variant, problem, TRIALS_WITH_SETTINGS, workFolder).withSettings(settings))));
        }
        return checks;
    }

    private static void runBriefly(Setup setup) {
        try (Session session = new Session(setup, Setup.Fate.own())) {
            session.run(TRIALS_WITH_SETTINGS, Setup.Order.FIRST);
        }
    }

    private void describedFully() {
        OptimizerDescription description = provider.description();
        require(description.equals(provider.description()), "Asked twice the descriptions differ.");
        require(!description.version().isBlank() && !description.name().isBlank() && !description.family().isBlank()
                && !description.summary().isBlank(), "Version, name, family and summary must not be blank: %s", description);
        Configuration defaults = description.settings().defaults();
        require(description.settings().contains(defaults), "The default settings %s are not legal.", defaults);
        Set<String> seen = new HashSet<>();
        for (Preset preset : description.presets()) {
            require(seen.add(preset.id()), "Preset '%s' is declared twice.", preset.id());
            require(!preset.summary().isBlank(), "Preset '%s' has no summary.", preset.id());
            catalog.resolve(description.id() + "/" + preset.id(), Configuration.empty(), options);
        }
    }

    private void coherentFeatures() {
        Capabilities capabilities = provider.description().capabilities();
        require(!capabilities.parameters().isEmpty(), "It handles no kind of parameter.");
        Map<Feature, Feature> implied = Map.of(Feature.NEEDS_FIDELITY, Feature.MULTI_FIDELITY, Feature.NEEDS_CONTEXT, Feature.CONTEXT,
                Feature.NEEDS_MULTI_TASK, Feature.MULTI_TASK, Feature.NEEDS_MULTI_OBJECTIVE, Feature.MULTI_OBJECTIVE);
        implied.forEach((needs, has) -> require(!capabilities.has(needs) || capabilities.has(has), "It declares %s without %s.", needs, has));
    }

    private void registered() {
        boolean found = ServiceLoader.load(OptimizerProvider.class, provider.getClass().getClassLoader()).stream()
                .anyMatch(service -> service.type().equals(provider.getClass())
                        || service.get().description().id().equals(provider.description().id()));
        require(found, "No META-INF/services/%s on the class path names %s.", OptimizerProvider.class.getName(), provider.getClass().getName());
    }

    private void possible() {
        Capabilities capabilities = provider.description().capabilities();
        require(ProblemCases.all().stream().anyMatch(this::isPossible), "Its capabilities %s allow none of the problems of the contract.", capabilities);
        for (ProblemCase problem : ProblemCases.all()) {
            for (String why : capabilities.refusals(problem.problem(), 1)) {
                require(!why.isBlank(), "It refuses '%s' without a reason.", problem.name());
            }
            if (isPossible(problem) && !capabilities.has(Feature.PARALLEL)) {
                require(!capabilities.refusals(problem.problem(), 2).isEmpty(), "It does not declare PARALLEL, but two workers are not refused.");
            }
        }
    }

    private boolean isPossible(ProblemCase problem) {
        return provider.description().capabilities().refusals(problem.problem(), 1).isEmpty();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("optimizer-contract");
            folder.toFile().deleteOnExit();
            return folder.resolve("work");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
