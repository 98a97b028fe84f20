package org.optbench.tasks.systems.database.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.optbench.tasks.systems.support.worker.Measurements;

/**
 * Loads accounts into a fresh database in the working folder and runs a fixed transaction mix on it:
 * {@code <mix> <URL prefix> <URL settings> <transactions> <clients> <transactions a commit> <isolation>}. Prints the seconds of the mix and of the closing,
 * the size of the files and the resources; fails when the sum of the balances is not what it must be.
 */
public final class DatabaseMain {

    private static final int ACCOUNTS = 2000;

    private DatabaseMain() {
    }

    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException, ExecutionException {
        Mix mix = Mix.valueOf(arguments[0]);
        Path folder = Files.createDirectories(Path.of("data")).toAbsolutePath();
        String url = "jdbc:h2:" + arguments[1] + folder.resolve("bank") + arguments[2];
        int transactions = Integer.parseInt(arguments[3]);
        int clients = Integer.parseInt(arguments[4]);
        Connection first = DriverManager.getConnection(url, "sa", "");
        load(first);
        long began = System.nanoTime();
        List<Future<Long>> sums = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                Client one = new Client(mix, client, clients, share(transactions, client, clients), Integer.parseInt(arguments[5]), ACCOUNTS);
                sums.add(pool.submit(() -> run(one, url, Integer.parseInt(arguments[6]))));
            }
        }
        long expected = 0;
        for (Future<Long> sum : sums) {
            expected += sum.get();
        }
        check(first, expected);
        first.close();
        Measurements.print("seconds", (System.nanoTime() - began) * 1e-9);
        Measurements.print("disk_mb", size(folder) / 1e6);
        Measurements.printResources();
    }

    private static int share(int transactions, int client, int clients) {
        return transactions / clients + (client < transactions % clients ? 1 : 0);
    }

    private static long run(Client client, String url, int isolation) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            return client.run(connection);
        }
    }

    private static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table account(id int primary key, branch int not null, balance bigint not null, filler varchar(80) not null)");
            statement.execute("create index account_branch on account(branch)");
            statement.execute("create table history(id bigint auto_increment primary key, account int not null, amount bigint not null)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into account values(?, ?, 0, ?)")) {
            for (int id = 0; id < ACCOUNTS; id++) {
                insert.setInt(1, id);
                insert.setInt(2, id % 40);
                insert.setString(3, "account " + id + " of a branch with some more words");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void check(Connection connection, long expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sums = statement
                        .executeQuery("select (select sum(balance) from account), (select coalesce(sum(amount), 0) from history)")) {
            sums.next();
            if (sums.getLong(1) != expected || sums.getLong(2) != expected) {
                throw new IllegalStateException(
                        "Balances sum to " + sums.getLong(1) + ", history to " + sums.getLong(2) + ", but " + expected + " was booked.");
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
