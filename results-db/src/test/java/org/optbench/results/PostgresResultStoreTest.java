package org.optbench.results;

class PostgresResultStoreTest extends ResultStoreContract {

    private String url = "";

    @Override
    ResultStore open() {
        url = Postgres.newDatabase();
        return reopen();
    }

    @Override
    ResultStore reopen() {
        return ResultStores.open(url, StoreOptions.defaults());
    }
}
