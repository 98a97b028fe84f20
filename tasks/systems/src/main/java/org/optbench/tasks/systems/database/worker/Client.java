package org.optbench.tasks.systems.database.worker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;

/**
 * One client of the database. Clients book on accounts of their own, so that they do not wait for each other's rows.
 *
 * @param number       0 .. clients - 1
 * @param transactions of this client
 * @param commitEvery  transactions of the mix in one transaction of the database
 */
record Client(Mix mix, int number, int clients, int transactions, int commitEvery, int accounts) {

    /** Runs the mix; returns the sum that was booked. */
    long run(Connection connection) throws SQLException {
        SplittableRandom random = new SplittableRandom(1000L + number);
        long booked = 0;
        try (PreparedStatement update = connection.prepareStatement("update account set balance = balance + ? where id = ?");
                PreparedStatement history = connection.prepareStatement("insert into history(account, amount) values(?, ?)");
                PreparedStatement read = connection.prepareStatement("select balance from account where id = ?");
                PreparedStatement sum = connection.prepareStatement("select sum(balance), count(filler) from account where branch = ?")) {
            for (int i = 0; i < transactions; i++) {
                int account = random.nextInt(accounts / clients) * clients + number;
                int kind = random.nextInt(100);
                if (kind < mix.bookings()) {
                    int amount = random.nextInt(1000) - 500;
                    update.setLong(1, amount);
                    update.setInt(2, account);
                    update.executeUpdate();
                    history.setInt(1, account);
                    history.setLong(2, amount);
                    history.executeUpdate();
                    booked += amount;
                }
                consume(kind >= 100 - mix.reports() ? sum : read, kind >= 100 - mix.reports() ? account % 40 : account);
                if ((i + 1) % commitEvery == 0) {
                    connection.commit();
                }
            }
        }
        connection.commit();
        return booked;
    }

    private static void consume(PreparedStatement query, int key) throws SQLException {
        query.setInt(1, key);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                rows.getLong(1);
            }
        }
    }
}
