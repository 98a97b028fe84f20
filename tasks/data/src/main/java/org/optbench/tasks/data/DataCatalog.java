package org.optbench.tasks.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.optbench.model.task.Suggest;

/** The collections that can be got. */
public record DataCatalog(List<DataCollection> collections) {

    private static final String NONE = "-";

    public DataCatalog {
        collections = List.copyOf(collections);
        if (collections.stream().map(DataCollection::name).distinct().count() != collections.size()) {
            throw new IllegalArgumentException("Collections " + collections.stream().map(DataCollection::name).toList() + ": names must be unique.");
        }
    }

    /** The collections that tasks of this project use, from their publishers. */
    public static DataCatalog standard() {
        try (InputStream in = DataCatalog.class.getResourceAsStream("collections.tsv")) {
            if (in == null) {
                throw new IllegalStateException("Resource collections.tsv is missing in the jar.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The collections of a name: one collection, all in a folder such as {@code yahpo}, or {@code all}.
     *
     * @throws IllegalArgumentException when there is none; the message names near ones
     */
    public List<DataCollection> select(String name) {
        List<DataCollection> found = collections.stream()
                .filter(collection -> name.equals("all") || collection.name().equals(name) || collection.name().startsWith(name + "/")).toList();
        if (found.isEmpty()) {
            List<String> names = collections.stream().map(DataCollection::name).toList();
            throw new IllegalArgumentException(
                    "Data collection '" + name + "': there is none. " + Suggest.hint(name, names, "list them: optbench data list"));
        }
        return found;
    }

    private static DataCatalog parse(String text) {
        List<DataCollection> collections = new ArrayList<>();
        List<DataFile> files = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.startsWith("#")).toList().reversed()) {
            String[] cells = line.split("\t");
            if (cells[0].equals("collection")) {
                collections.addFirst(new DataCollection(cells[1], cells[2], new Licence(cells[3], cells[4], URI.create(cells[5])), files.reversed()));
                files = new ArrayList<>();
            } else {
                files.add(new DataFile(cells[1], URI.create(cells[2]), optional(cells[3]),
                        cells[4].equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[4])), optional(cells[5])));
            }
        }
        return new DataCatalog(collections);
    }

    private static Optional<String> optional(String cell) {
        return cell.equals(NONE) ? Optional.empty() : Optional.of(cell);
    }
}
