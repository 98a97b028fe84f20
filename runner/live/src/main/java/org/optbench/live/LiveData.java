package org.optbench.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.results.AttemptRecord;
import org.optbench.results.CampaignProgress;
import org.optbench.results.CampaignRecord;
import org.optbench.results.ResultReader;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers of the page as JSON. Sizes are bounded whatever the size of the campaign: curves at the grid of the performance table, lists up to a limit.
 */
final class LiveData {

    static final int MOST_RUNNING = 100;
    static final int MOST_FAILURES = 100;
    static final int MOST_POINTS = 128;
    static final int LONGEST_TEXT = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ResultReader reader;
    private final Clock clock;
    private final Map<String, LiveCampaign> campaigns = new ConcurrentHashMap<>();

    LiveData(ResultReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** All campaigns with where they stand. */
    ObjectNode campaigns() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("campaigns");
        for (CampaignRecord record : reader.campaigns()) {
            ObjectNode node = list.addObject();
            node.put("name", record.name());
            node.put("registered", record.registered().toString());
            progress(node, reader.progress(record.name()));
        }
        return root;
    }

    /** The campaign after a look at the database; empty when there is none of that name. */
    Optional<LiveCampaign> campaign(String name) {
        LiveCampaign known = campaigns.get(name);
        if (known == null && reader.campaigns().stream().noneMatch(record -> record.name().equals(name))) {
            return Optional.empty();
        }
        return Optional.of(campaigns.computeIfAbsent(name, text -> new LiveCampaign(reader, text, clock)));
    }

    /** Progress, running runs, ranks. */
    ObjectNode overview(LiveCampaign campaign, long version) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", version);
        progress(root, campaign.progress());
        root.put("trials", campaign.trials());
        root.put("failures", campaign.failures());
        root.put("rate", campaign.rate());
        ArrayNode optimizers = root.putArray("optimizers");
        campaign.optimizers().forEach((optimizer, counts) -> {
            ObjectNode node = optimizers.addObject();
            node.put("name", optimizer);
            node.put("runs", counts[0]);
            node.put("done", counts[1]);
            node.put("failures", counts[2]);
        });
        ArrayNode tasks = root.putArray("tasks");
        campaign.tasks().forEach(tasks::add);
        ArrayNode running = root.putArray("running");
        for (RunningRun run : campaign.running(MOST_RUNNING)) {
            running(running.addObject(), run);
        }
        campaign.table().ifPresent(table -> ranks(root, table, new ArrayList<>(campaign.optimizers().keySet())));
        return root;
    }

    private void running(ObjectNode node, RunningRun run) {
        RunRecord record = run.view().run();
        node.put("key", record.key().sha256());
        node.put("optimizer", record.optimizer().variant());
        node.put("task", record.task().id().text());
        node.put("seed", record.seed());
        node.put("trials", run.trials());
        node.put("effort", run.effort());
        double budget = record.budget().expectedFullEvaluations();
        if (Double.isFinite(budget)) {
            node.put("budget", budget);
        }
        number(node, "best", run.best());
        node.put("failures", run.failures());
        node.put("holder", run.view().holder());
        node.put("attempt", run.view().attempts());
        node.put("idle", run.last() == 0 ? -1 : Math.max(0, clock.millis() - run.last()) / 1000);
        run.view().leaseUntil().ifPresent(until -> node.put("lease", (until.toEpochMilli() - clock.millis()) / 1000));
    }

    /** Mean ranks of median values over the effort, on the tasks for which every optimizer has a finished run. */
    private static void ranks(ObjectNode root, PerformanceTable table, List<String> order) {
        int[] complete = table.completeTasks();
        if (complete.length == 0 || table.optimizers().size() < 2) {
            return;
        }
        double[][] ranks = Ranking.overTime(table, complete, Aggregation.MEDIAN);
        ObjectNode node = root.putObject("ranks");
        node.put("tasks", complete.length);
        ArrayNode x = node.putArray("x");
        for (int g = 0; g < PerformanceTable.GRID; g++) {
            x.add(g / (PerformanceTable.GRID - 1.0));
        }
        ArrayNode series = node.putArray("series");
        for (int o = 0; o < table.optimizers().size(); o++) {
            ObjectNode line = series.addObject();
            line.put("name", table.optimizers().get(o));
            line.put("colour", order.indexOf(table.optimizers().get(o)));
            ArrayNode y = line.putArray("y");
            Arrays.stream(ranks[o]).forEach(y::add);
        }
    }

    /** Incumbents on a task: medians of the finished runs, and the running ones. */
    Optional<ObjectNode> task(LiveCampaign campaign, String id) {
        return campaign.task(id).map(task -> {
            ObjectNode root = JSON.createObjectNode();
            Objective objective = task.objectives().getFirst();
            boolean isSeveral = task.objectives().size() > 1;
            Direction direction = isSeveral ? Direction.MAXIMIZE : objective.direction();
            root.put("task", id);
            root.put("measure", isSeveral ? "hypervolume" : objective.name());
            root.put("direction", direction.name().toLowerCase(java.util.Locale.ROOT));
            if (!isSeveral) {
                objective.optimum().ifPresent(optimum -> root.put("optimum", optimum));
            }
            List<String> order = new ArrayList<>(campaign.optimizers().keySet());
            campaign.table().ifPresent(table -> medians(root, table, id, direction, order));
            ArrayNode running = root.putArray("running");
            for (RunningRun run : campaign.running(MOST_RUNNING)) {
                if (run.view().run().task().id().text().equals(id) && !Double.isNaN(run.best())) {
                    ObjectNode line = running.addObject();
                    String optimizer = run.view().run().optimizer().variant();
                    line.put("name", optimizer + ", seed " + run.view().run().seed());
                    line.put("colour", order.indexOf(optimizer));
                    ArrayNode x = line.putArray("x");
                    ArrayNode y = line.putArray("y");
                    run.improvements(MOST_POINTS).forEach(point -> {
                        x.add(point[0]);
                        y.add(point[1]);
                    });
                    x.add(run.effort());
                    y.add(run.best());
                }
            }
            return root;
        });
    }

    private static void medians(ObjectNode root, PerformanceTable table, String id, Direction direction, List<String> order) {
        int t = IntStream.range(0, table.tasks().size()).filter(i -> table.tasks().get(i).id().equals(id)).findFirst().orElse(-1);
        if (t < 0) {
            return;
        }
        ArrayNode x = root.putArray("x");
        Arrays.stream(table.efforts(t)).forEach(x::add);
        ArrayNode series = root.putArray("series");
        for (int o = 0; o < table.optimizers().size(); o++) {
            if (table.runs(o, t) > 0) {
                ObjectNode line = series.addObject();
                line.put("name", table.optimizers().get(o));
                line.put("colour", order.indexOf(table.optimizers().get(o)));
                line.put("runs", table.runs(o, t));
                ArrayNode y = line.putArray("y");
                for (int g = 0; g < PerformanceTable.GRID; g++) {
                    double value = direction.toMinimize(Aggregation.MEDIAN.of(table.valuesAt(o, t, g)));
                    if (Double.isFinite(value)) {
                        y.add(value);
                    } else {
                        y.addNull();
                    }
                }
            }
        }
    }

    /** Failed trials with what they left, and runs that were set aside. */
    ObjectNode failures(LiveCampaign campaign, String name) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode aside = root.putArray("aside");
        for (RunView view : reader.runs(RunQuery.ofCampaign(name).withStatuses(RunStatus.POISONED)).stream().limit(MOST_FAILURES).toList()) {
            ObjectNode node = aside.addObject();
            run(node, view.run());
            node.put("reason", text(view.reason()));
            ArrayNode attempts = node.putArray("attempts");
            for (AttemptRecord attempt : reader.attempts(view.run().key())) {
                attempts.add(attempt.attempt() + ", " + attempt.worker() + ": " + text(attempt.ending()));
            }
        }
        ArrayNode list = root.putArray("trials");
        for (RunKey key : campaign.withFailures()) {
            if (list.size() >= MOST_FAILURES) {
                break;
            }
            Optional<RunRecord> run = campaign.run(key);
            for (TrialRecord trial : run.isPresent() ? reader.trials(key) : List.<TrialRecord>of()) {
                if (trial.status() == TrialStatus.FAILED && list.size() < MOST_FAILURES) {
                    ObjectNode node = list.addObject();
                    run(node, run.orElseThrow());
                    node.put("trial", trial.index());
                    node.put("kind", trial.failure().map(Enum::name).orElse(""));
                    node.put("message", text(trial.message()));
                    node.put("configuration", text(trial.configuration()));
                    StringBuilder log = new StringBuilder(trial.feedback().text());
                    trial.feedback().sections().forEach((section, content) -> log.append("\n[").append(section).append("]\n").append(content));
                    node.put("log", text(log.toString().strip()));
                }
            }
        }
        return root;
    }

    private static void run(ObjectNode node, RunRecord run) {
        node.put("optimizer", run.optimizer().variant());
        node.put("task", run.task().id().text());
        node.put("seed", run.seed());
    }

    private static void progress(ObjectNode node, CampaignProgress progress) {
        node.put("runs", progress.runs());
        node.put("open", progress.open());
        node.put("held", progress.running());
        node.put("done", progress.done());
        node.put("setAside", progress.poisoned());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    private static String text(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " ... (" + text.length() + " characters)";
    }
}
