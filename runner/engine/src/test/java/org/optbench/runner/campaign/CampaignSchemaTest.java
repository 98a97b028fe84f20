package org.optbench.runner.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CampaignSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/org/optbench/runner/campaign/campaign.schema.json");

    /** The schema that ships is the generated one. Run with -Doptbench.update=true to write it. */
    @Test
    void theSchemaThatShipsIsUpToDate() throws IOException {
        if (Boolean.getBoolean("optbench.update")) {
            Files.createDirectories(Objects.requireNonNull(FILE.getParent()));
            Files.writeString(FILE, CampaignSchema.json());
        }
        try (InputStream in = Objects.requireNonNull(CampaignSchema.class.getResourceAsStream("campaign.schema.json"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CampaignSchema.json());
        }
    }

    /** The reader names the keys it knows when it meets an unknown one: they must be those of the schema, at every level. */
    @Test
    void theSchemaKnowsTheKeysThatTheReaderKnows() {
        JsonNode properties = JsonMapper.builder().build().readTree(CampaignSchema.json()).get("properties");
        assertThat(keysKnownAt("zzzzzzzzzz: 1", "zzzzzzzzzz")).isEqualTo(names(properties));
        assertThat(keysKnownAt("budget: {zzzzzzzzzz: 1}", "budget.zzzzzzzzzz")).isEqualTo(names(properties.get("budget").get("properties")));
        assertThat(keysKnownAt("workers: {zzzzzzzzzz: 1}", "workers.zzzzzzzzzz")).isEqualTo(names(properties.get("workers").get("properties")));
        JsonNode simulation = properties.get("workers").get("properties").get("simulation").get("properties");
        assertThat(keysKnownAt("workers: {simulation: {zzzzzzzzzz: 1}}", "workers.simulation.zzzzzzzzzz")).isEqualTo(names(simulation));
        for (String part : List.of("stragglers", "failures")) {
            assertThat(keysKnownAt("workers: {simulation: {" + part + ": {zzzzzzzzzz: 1}}}", "workers.simulation." + part + ".zzzzzzzzzz"))
                    .isEqualTo(names(simulation.get(part).get("properties")));
        }
        assertThat(keysKnownAt("seeds: {zzzzzzzzzz: 1}", "seeds.zzzzzzzzzz")).isEqualTo(names(properties.get("seeds").get("properties")));
        JsonNode optimizer = properties.get("optimizers").get("items").get("anyOf").get(1).get("properties");
        assertThat(keysKnownAt("optimizers: [{zzzzzzzzzz: 1}]", "optimizers[0].zzzzzzzzzz")).isEqualTo(names(optimizer));
        JsonNode task = properties.get("tasks").get("items").get("anyOf").get(1).get("properties");
        assertThat(keysKnownAt("tasks: [{zzzzzzzzzz: 1}]", "tasks[0].zzzzzzzzzz")).isEqualTo(names(task));
    }

    private static Set<String> names(JsonNode properties) {
        return new TreeSet<>(properties.propertyNames());
    }

    private static Set<String> keysKnownAt(String yaml, String path) {
        CampaignException thrown = catchThrowableOfType(CampaignException.class, () -> CampaignReader.read(yaml, "keys"));
        String complaint = thrown.problems().stream().filter(problem -> problem.contains("'" + path + "' is no key")).findFirst().orElseThrow();
        var matcher = Pattern.compile("use one of \\[(.*)]").matcher(complaint);
        assertThat(matcher.find()).as(complaint).isTrue();
        return new TreeSet<>(List.of(matcher.group(1).split(", ")));
    }
}
