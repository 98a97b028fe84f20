package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.optbench.results.StoreException;

/** Broken sources: one clear error, and nothing recorded. */
final class Broken {

    private static final Recorded DATABASE = new Recorded();

    private Broken() {
    }

    static void refuses(ImportFormat format, Path source, String... parts) {
        assertThatThrownBy(() -> ResultImport.read(format, source, DATABASE.store, ImportOptions.into("bad")))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.kind()).isEqualTo(StoreException.Kind.BAD_FILE);
                    assertThat(e.getMessage()).startsWith("File '").contains("Maybe").contains(parts);
                });
        assertThat(DATABASE.reader().campaigns()).as("nothing of a broken source is recorded").isEmpty();
    }
}
