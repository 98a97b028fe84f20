package org.optbench.results.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.results.AttemptRecord;
import org.optbench.results.ResultReader;
import org.optbench.results.RunView;
import org.optbench.results.jdbc.FlatJson;

/** Where every attempt was made: the distinct environments with their facts, and the attempts that name one each. */
final class ProvenanceJson {

    private ProvenanceJson() {
    }

    static String write(ResultReader reader, List<RunView> runs) {
        Map<String, Integer> environments = new LinkedHashMap<>();
        StringBuilder attempts = new StringBuilder();
        for (RunView view : runs) {
            for (AttemptRecord attempt : reader.attempts(view.run().key())) {
                SortedMap<String, String> facts = new TreeMap<>();
                facts.put("run", view.run().key().sha256());
                facts.put("attempt", Integer.toString(attempt.attempt()));
                facts.put("worker", attempt.worker());
                facts.put("ending", attempt.ending());
                attempt.provenance().ifPresent(provenance -> {
                    int id = environments.computeIfAbsent(FlatJson.write(provenance.facts()), _ -> environments.size());
                    facts.put("environment", Integer.toString(id));
                    facts.put("started", provenance.started().toString());
                });
                attempt.usage().forEach((resource, amount) -> facts.put("usage." + resource, Double.toString(amount)));
                attempts.append(attempts.isEmpty() ? "  " : ",\n  ").append(FlatJson.write(facts));
            }
        }
        return "{\"environments\":[\n  " + String.join(",\n  ", environments.keySet()) + "\n],\"attempts\":[\n" + attempts + "\n]}\n";
    }
}
