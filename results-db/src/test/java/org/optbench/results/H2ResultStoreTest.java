package org.optbench.results;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2ResultStoreTest extends ResultStoreContract {

    @TempDir Path folder;

    @Override
    ResultStore open() {
        return ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults());
    }

    @Override
    ResultStore reopen() {
        return open();
    }
}
