package org.optbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.optbench.model.task.Suggest;
import org.optbench.runner.campaign.CampaignReader;
import org.optbench.runner.campaign.CampaignSpec;

/**
 * A campaign by the name of its file, or the name of one that comes with the program.
 *
 * @param text the file, for the record
 */
record CampaignFile(String text, CampaignSpec spec) {

    private static final List<String> BUILT_IN = List.of("quickstart");

    static CampaignFile read(String name) {
        try {
            if (!name.contains(".") && !Files.exists(Path.of(name))) {
                return builtIn(name);
            }
            String text = Files.readString(Path.of(name));
            return new CampaignFile(text, CampaignReader.read(text, name));
        } catch (IOException e) {
            throw new RefusedException("Campaign file '" + name + "' cannot be read (" + e.getClass().getSimpleName()
                    + "). Maybe the path is mistyped; the campaigns that come with optbench are " + BUILT_IN + ".", e);
        }
    }

    private static CampaignFile builtIn(String name) throws IOException {
        if (!BUILT_IN.contains(name)) {
            throw new RefusedException("Campaign '" + name + "' is neither a file nor one that comes with optbench. "
                    + Suggest.hint(name, BUILT_IN, "write one: optbench init"));
        }
        try (InputStream in = java.util.Objects.requireNonNull(CampaignFile.class.getResourceAsStream("campaigns/" + name + ".yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new CampaignFile(text, CampaignReader.read(text, name));
        }
    }
}
