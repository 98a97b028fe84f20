package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.optimizer.OptimizerCatalog;

class DocumentCommandTest {

    private static List<String> variants() {
        return OptimizerCatalog.load(DocumentCommandTest.class.getClassLoader()).variantIds();
    }

    @Test
    void theTableHasARowForEveryVariant(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("optimizers.md");
        CommandTester done = CommandTester.call("document", "-o", file.toString());
        assertThat(done.code()).as(done.err()).isEqualTo(OptbenchCommand.OK);
        String text = Files.readString(file);
        for (String variant : variants()) {
            assertThat(text).contains("| `" + variant + "`: ");
        }
    }

    /** At least 60 variants in at least 12 families. */
    @Test
    void thereAreManyVariantsOfManyFamilies() {
        CommandTester done = CommandTester.call("document");
        Matcher count = Pattern.compile("(\\d+) optimizers of (\\d+) families, (\\d+) variants").matcher(done.out());
        assertThat(count.find()).isTrue();
        assertThat(Integer.parseInt(count.group(2))).isGreaterThanOrEqualTo(12);
        assertThat(Integer.parseInt(count.group(3))).isEqualTo(variants().size()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void anUnknownCampaignIsRefused(@TempDir Path folder) {
        CommandTester refused = CommandTester.call("document", "--campaign", "refrence", "--results", folder.toString());
        assertThat(refused.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(refused.err()).contains("Campaign 'refrence' is not recorded here");
    }
}
