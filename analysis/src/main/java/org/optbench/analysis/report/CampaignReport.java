package org.optbench.analysis.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.Comparison;
import org.optbench.analysis.Policies;
import org.optbench.analysis.ReadOptions;
import org.optbench.results.CampaignRecord;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;

/** The report of a campaign in a results database. */
public final class CampaignReport {

    private static final int FAILURES_LISTED = 500;
    private static final int VALUES_LISTED = 6;

    private CampaignReport() {
    }

    /**
     * Writes the report of the finished runs of a campaign.
     *
     * @param campaign name of a campaign of the database
     * @param created  time to print on it
     * @param version  version of this program to print on it
     * @throws IllegalArgumentException when there is no such campaign
     */
    public static void write(ResultReader reader, String campaign, Policies policies, Instant created, String version, Path file) {
        ReportWriter.write(input(reader, campaign, ReadOptions.standard(), policies, created, version), file);
    }

    /**
     * Writes the report of two campaigns side by side, of the tasks that both have alike.
     *
     * @param before campaign that is compared with
     * @param after  campaign that is judged
     * @throws IllegalArgumentException when there is no such campaign, or the two have no task in common
     */
    public static void writeComparison(ResultReader reader, String before, String after, ReadOptions options, Policies policies, Instant created,
            String version, Path file) {
        ReportWriter.write(comparison(reader, before, after, options, policies, created, version), file);
    }

    /** What {@link #writeComparison} shows. */
    public static ReportInput comparison(ResultReader reader, String before, String after, ReadOptions options, Policies policies, Instant created,
            String version) {
        // Both at once, so that seconds of different machines are noticed.
        CampaignRuns.requireComparable(reader, new RunQuery(Set.of(before, after), Set.of(), Set.of(), Set.of()), options);
        ReportInput first = input(reader, before, options, policies, created, version);
        ReportInput second = input(reader, after, options, policies, created, version);
        Comparison comparison = Comparison.of(before, first.table(), after, second.table());
        List<ReportInput.Skipped> skipped = new ArrayList<>();
        comparison.unalike()
                .forEach(task -> skipped.add(new ReportInput.Skipped("", task, "The task has another budget or other facts in the two campaigns.")));
        return new ReportInput(after + " against " + before, comparison.merged(), policies,
                Stream.concat(labelled(before, first.provenance()), labelled(after, second.provenance())).toList(),
                Stream.concat(first.failures().stream(), second.failures().stream()).toList(), skipped, comparison.changes(),
                "# " + before + "\n" + first.specification() + "\n# " + after + "\n" + second.specification(), created, version, options);
    }

    private static Stream<ReportInput.Fact> labelled(String campaign, List<ReportInput.Fact> facts) {
        return facts.stream().map(fact -> new ReportInput.Fact(fact.name() + ", " + campaign, fact.value()));
    }

    /** What {@link #write} shows. */
    public static ReportInput input(ResultReader reader, String campaign, ReadOptions options, Policies policies, Instant created, String version) {
        CampaignRecord record = reader.campaigns().stream().filter(c -> c.name().equals(campaign)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("campaign '" + campaign + "' is not in the database, which has "
                        + reader.campaigns().stream().map(CampaignRecord::name).toList() + ".\nMaybe run it first."));
        RunQuery query = RunQuery.ofCampaign(campaign);
        CampaignRuns runs = CampaignRuns.read(reader, query, options);
        List<ReportInput.FailedTrial> failures = reader.failures(query, FAILURES_LISTED).stream()
                .map(f -> new ReportInput.FailedTrial(f.variant(), f.task(), f.seed(), f.trial(), f.kind().name(), f.message(), f.configuration())).toList();
        List<ReportInput.Skipped> skipped = new ArrayList<>();
        reader.skipped(campaign).forEach(pair -> skipped.add(new ReportInput.Skipped(pair.variant(), pair.task(), pair.reason())));
        runs.leftOut().forEach((task, reason) -> skipped.add(new ReportInput.Skipped("", task, reason)));
        return new ReportInput(campaign, runs.table(), policies, provenance(reader, query, record, runs.unfinished()), failures, skipped,
                List.of(), record.specification(), created, version, options);
    }

    /** The findings of a report. */
    public static List<Sentence> summary(ReportInput input) {
        return Sentences.of(input, ReportPage.slices(input.table(), input.policies()), PortfolioView.of(input.table()));
    }

    private static List<ReportInput.Fact> provenance(ResultReader reader, RunQuery query, CampaignRecord record, long unfinished) {
        FactCollector facts = new FactCollector();
        facts.put("registered", seconds(record.registered()));
        if (unfinished > 0) {
            facts.put("not finished", Format.plural(unfinished, "run") + ", left out");
        }
        reader.provenance(query.withStatuses(RunStatus.DONE)).forEach(group -> facts.add(group.first(), group.last(), group.facts()));
        return facts.list();
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }

    /** Facts by name with their distinct values, and when the runs were made. */
    private static final class FactCollector {

        private final Map<String, String> fixed = new LinkedHashMap<>();
        private final Map<String, TreeSet<String>> values = new TreeMap<>();
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void put(String name, String value) {
            fixed.put(name, value);
        }

        void add(Instant from, Instant to, Map<String, String> facts) {
            first = from.isBefore(first) ? from : first;
            last = to.isAfter(last) ? to : last;
            facts.forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
        }

        List<ReportInput.Fact> list() {
            List<ReportInput.Fact> list = new ArrayList<>();
            fixed.forEach((name, value) -> list.add(new ReportInput.Fact(name, value)));
            if (!first.equals(Instant.MAX)) {
                list.add(new ReportInput.Fact("runs started", first.equals(last) ? seconds(first) : seconds(first) + " to " + seconds(last)));
            }
            values.forEach((name, all) -> {
                String shown = String.join("; ", all.stream().limit(VALUES_LISTED).toList());
                list.add(new ReportInput.Fact(name, all.size() > VALUES_LISTED ? shown + "; and " + (all.size() - VALUES_LISTED) + " more" : shown));
            });
            return list;
        }
    }
}
