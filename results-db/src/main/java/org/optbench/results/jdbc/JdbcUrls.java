package org.optbench.results.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;

/** What is made of the URLs that users give. */
final class JdbcUrls {

    private JdbcUrls() {
    }

    static boolean isPostgres(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Whether the URL names a file of H2 that this process opens itself. */
    static boolean isH2File(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    static void require(String url) {
        if (!isPostgres(url) && !url.startsWith("jdbc:h2:")) {
            throw new StoreException(Kind.CANNOT_OPEN, "Results database '" + shown(url) + "': the URL must begin with jdbc:h2: or jdbc:postgresql:. "
                    + "Maybe write jdbc:h2:file:/path/to/results for a file.");
        }
    }

    /** The URL with the settings that it leaves open: pages compressed (a quarter smaller), other processes of this machine let in. */
    static String complete(String url, boolean readOnly) {
        if (!isH2File(url)) {
            return url;
        }
        String all = with(url, "COMPRESS", "TRUE");
        if (readOnly) {
            all = with(all, "IFEXISTS", "TRUE");
        }
        // H2 does not let both be set, nor a server beside a database that cannot be written.
        boolean closed = sets(all, "DB_CLOSE_ON_EXIT") || sets(all, "ACCESS_MODE_DATA") || sets(all, "FILE_LOCK");
        return closed ? all : with(all, "AUTO_SERVER", "TRUE");
    }

    /** The URL as messages show it: without a password. */
    static String shown(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1...");
    }

    /** The path of an H2 file, without the prefix of the file system of H2 that it is reached through. */
    static Path file(String url) {
        String rest = url.substring("jdbc:h2:".length()).replaceFirst("^([a-z][a-zA-Z0-9]+:)+", "");
        int settings = rest.indexOf(';');
        rest = settings < 0 ? rest : rest.substring(0, settings);
        return Path.of(rest.startsWith("~") ? System.getProperty("user.home") + rest.substring(1) : rest);
    }

    /** The URL of a file in a folder that cannot be written, where no lock can be taken either. */
    static String frozen(String url) {
        return with(with(with(url, "IFEXISTS", "TRUE"), "ACCESS_MODE_DATA", "r"), "FILE_LOCK", "NO");
    }

    private static String with(String url, String setting, String value) {
        return sets(url, setting) ? url : url + ";" + setting + "=" + value;
    }

    private static boolean sets(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
