package org.optbench.tasks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Licence LICENCE = new Licence("Apache-2.0", "somebody", URI.create("https://www.apache.org/licenses/LICENSE-2.0"));

    @TempDir private Path folder;

    private LoopbackServer server;
    private DataFolder data;
    private final Heard heard = new Heard();

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        data = new DataFolder(folder, new Downloader(4, Duration.ZERO, Duration.ofSeconds(30)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void getsAFileWithProgressAndShowsTheLicence() throws Exception {
        byte[] body = bytes(300_000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        assertThat(data.present(collection)).isZero();
        assertThat(data.verify(collection)).extracting(FileStatus::state).containsExactly(FileStatus.State.MISSING);
        assertThat(data.get(collection, heard)).extracting(FileStatus::state).containsExactly(FileStatus.State.INTACT);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
        assertThat(heard.licences).containsExactly(LICENCE);
        assertThat(heard.bytes).isSorted().last().isEqualTo(300_000L);
        assertThat(heard.totals).containsOnly(OptionalLong.of(300_000));
        assertThat(data.present(collection)).isEqualTo(1);
        data.get(collection, heard);
        assertThat(server.requests()).as("what is there is not got again").hasSize(1);
        assertNothingLeft();
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
        byte[] body = bytes(400_000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        server.breakAfter(100_000, 50_000);
        data.get(collection, heard);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().subList(1, 3)).allMatch(request -> request.startsWith("/table.pkl bytes="));
        assertThat(heard.notes).anyMatch(note -> note.contains("goes on after"));
        assertNothingLeft();
    }

    @Test
    void aLaterCallGoesOnWhereAnEarlierOneGaveUp() throws Exception {
        byte[] body = bytes(400_000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        server.breakAfter(100_000);
        DataFolder impatient = new DataFolder(folder, new Downloader(1, Duration.ZERO, Duration.ofSeconds(30)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> impatient.get(collection, heard)).withMessageContaining("table.pkl")
                .withMessageContaining("Maybe");
        assertThat(folder.resolve("c/table.pkl")).doesNotExist();
        assertThat(folder.resolve("c/table.pkl.part")).exists();
        data.get(collection, heard);
        assertThat(server.requests().getLast()).startsWith("/table.pkl bytes=");
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
    }

    @Test
    void aFileThatChangedInBetweenIsGotAnew() throws Exception {
        byte[] old = bytes(200_000);
        server.publish("/table.pkl", old);
        server.breakAfter(60_000);
        byte[] body = Arrays.copyOf(old, 250_000);
        body[3]++;
        DataCollection collection = single(server.uri("/table.pkl"), body);
        DataFolder impatient = new DataFolder(folder, new Downloader(1, Duration.ZERO, Duration.ofSeconds(30)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> impatient.get(collection, heard));
        server.publish("/table.pkl", body, true, Optional.of("\"v2\""));
        data.get(collection, heard);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
    }

    @Test
    void aServerThatFallsSilentIsAskedForTheRest() throws Exception {
        byte[] body = bytes(200_000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        server.fallSilentAfter(80_000);
        new DataFolder(folder, new Downloader(2, Duration.ZERO, Duration.ofMillis(300))).get(collection, heard);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
        assertThat(server.requests()).hasSize(2).last().asString().startsWith("/table.pkl bytes=");
        assertThat(heard.notes).anyMatch(note -> note.contains("sent nothing for 0.3 s"));
    }

    @Test
    void aServerWithoutRangesIsAskedForTheWhole() throws Exception {
        byte[] body = bytes(200_000);
        DataCollection collection = single(server.publish("/table.pkl", body, false, Optional.empty()), body);
        server.breakAfter(70_000);
        data.get(collection, heard);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws Exception {
        byte[] body = bytes(1000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        server.failWith(503, 429, 500);
        data.get(collection, heard);
        assertThat(server.requests()).hasSize(4);
        assertThat(heard.notes).anyMatch(note -> note.contains("503"));
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingKept() throws Exception {
        byte[] body = bytes(50_000);
        byte[] other = body.clone();
        other[777] ^= 1;
        DataCollection collection = single(server.publish("/table.pkl", other), body);
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> data.get(collection, heard)).withMessageContaining("table.pkl")
                .withMessageContaining(sha256(body)).withMessageContaining(sha256(other)).withMessageContaining("Maybe");
        assertThat(folder.resolve("c/table.pkl")).doesNotExist();
        assertNothingLeft();
        assertThat(server.requests()).as("a wrong file is not asked for again and again").hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsOneClearError() {
        DataCollection collection = single(server.uri("/gone.pkl"), bytes(10));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> data.get(collection, heard)).withMessageContaining("gone.pkl")
                .withMessageContaining("404").withMessageContaining("Maybe");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void damageIsFoundAndMended() throws Exception {
        byte[] body = bytes(5000);
        DataCollection collection = single(server.publish("/table.pkl", body), body);
        data.get(collection, heard);
        Files.write(folder.resolve("c/table.pkl"), Arrays.copyOf(body, 4000));
        assertThat(data.verify(collection).getFirst()).satisfies(status -> {
            assertThat(status.state()).isEqualTo(FileStatus.State.DAMAGED);
            assertThat(status.detail()).contains("4000", "5000");
        });
        byte[] flipped = body.clone();
        flipped[9]++;
        Files.write(folder.resolve("c/table.pkl"), flipped);
        assertThat(data.verify(collection).getFirst().detail()).contains(sha256(body), sha256(flipped));
        assertThat(data.get(collection, heard)).allMatch(FileStatus::isUsable);
        assertThat(folder.resolve("c/table.pkl")).hasBinaryContent(body);
    }

    @Test
    void filesOfAnArchiveAreTakenFromOneDownload() throws Exception {
        byte[] model = bytes(70_000);
        byte[] space = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] zip = zip(new TreeMap<>(Map.of("data-1.0/a/model.onnx", model, "data-1.0/a/space.json", space, "data-1.0/b/model.onnx", space)));
        URI source = server.publish("/archive/v1.0.zip", zip, false, Optional.empty());
        server.breakAfter(1000);
        DataCollection a = new DataCollection("y/a", "a", LICENCE, List.of(entry("y/a/model.onnx", source, "a/model.onnx", model, true),
                entry("y/a/space.json", source, "a/space.json", space, true)));
        DataCollection b = new DataCollection("y/b", "b", LICENCE, List.of(entry("y/b/model.onnx", source, "b/model.onnx", space, false)));
        assertThat(data.get(a, heard)).extracting(FileStatus::detail).containsExactly("as published", "as published");
        assertThat(data.get(b, heard)).extracting(FileStatus::detail).containsExactly("as downloaded");
        assertThat(folder.resolve("y/a/model.onnx")).hasBinaryContent(model);
        assertThat(server.requests()).hasSize(2);
        Files.write(folder.resolve("y/b/model.onnx"), model);
        assertThat(data.verify(b)).extracting(FileStatus::state).containsExactly(FileStatus.State.DAMAGED);
        Files.delete(folder.resolve("y/b/model.onnx.sha256"));
        assertThat(data.verify(b)).extracting(FileStatus::state).containsExactly(FileStatus.State.UNCHECKED);
    }

    @Test
    void aWrongFileInAnArchiveOrABrokenArchiveIsRefused() throws Exception {
        byte[] model = bytes(7000);
        byte[] zip = zip(Map.of("data-1.0/a/model.onnx", bytes(6999)));
        URI wrong = server.publish("/wrong.zip", zip);
        DataCollection first = new DataCollection("a", "a", LICENCE, List.of(entry("a/model.onnx", wrong, "a/model.onnx", model, true)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> data.get(first, heard)).withMessageContaining("a/model.onnx")
                .withMessageContaining(sha256(model));
        DataCollection absent = new DataCollection("a", "a", LICENCE, List.of(entry("a/model.onnx", wrong, "c/model.onnx", model, true)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> data.get(absent, heard)).withMessageContaining("holds no c/model.onnx");
        URI broken = server.publish("/broken.zip", Arrays.copyOf(zip, zip.length - 30));
        DataCollection second = new DataCollection("a", "a", LICENCE, List.of(entry("a/model.onnx", broken, "a/model.onnx", model, true)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> data.get(second, heard)).withMessageContaining("broken");
        assertThat(folder.resolve("a/model.onnx")).doesNotExist();
        server.publish("/broken.zip", zip(Map.of("data-1.0/a/model.onnx", model)));
        assertThat(data.get(second, heard)).allMatch(FileStatus::isUsable);
    }

    @Test
    void theCatalogueKnowsTheCollectionsOfTheTasks() {
        DataCatalog catalog = DataCatalog.standard();
        assertThat(catalog.collections()).hasSize(17);
        assertThat(catalog.select("yahpo")).hasSize(14).allMatch(collection -> collection.licence().id().equals("Apache-2.0"));
        assertThat(catalog.select("tabular")).extracting(collection -> collection.files().size()).containsExactly(8, 4, 3);
        assertThat(catalog.select("all")).hasSize(17);
        assertThat(catalog.select("yahpo/lcbench")).singleElement()
                .satisfies(lcbench -> assertThat(lcbench.files()).extracting(DataFile::path).contains("yahpo/lcbench/model.onnx"));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.select("yahpo/lcbnch")).withMessageContaining("yahpo/lcbnch")
                .withMessageContaining("Maybe you mean yahpo/lcbench?");
    }

    /** The checksums of the catalogue are those of the published files on this machine. */
    @Test
    void publishedFilesVerify() throws IOException {
        Path published = published();
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(published), "skipped: no folder shared/data above " + Path.of("").toAbsolutePath());
        DataFolder there = new DataFolder(published, new Downloader(1, Duration.ZERO, Duration.ofSeconds(30)));
        int intact = 0;
        for (DataCollection collection : DataCatalog.standard().collections()) {
            for (FileStatus status : there.verify(collection)) {
                assertThat(status.state()).as("%s", status).isIn(FileStatus.State.INTACT, FileStatus.State.MISSING);
                intact += status.state() == FileStatus.State.INTACT ? 1 : 0;
            }
        }
        assertThat(intact).isEqualTo(4 + 2 * 14 + 15);
    }

    private static Path published() {
        String named = System.getProperty("optbench.shared");
        if (named != null) {
            return Path.of(named, "data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data/yahpo"))) {
                return at.resolve("shared/data");
            }
        }
        return Path.of("shared", "data");
    }

    private void assertNothingLeft() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::toString).filter(name -> name.contains(".part"))).isEmpty();
        }
    }

    private static DataCollection single(URI source, byte[] expected) {
        return new DataCollection("c", "one table", LICENCE, List.of(new DataFile("c/table.pkl", source, Optional.empty(),
                OptionalLong.of(expected.length), Optional.of(sha256(expected)))));
    }

    private static DataFile entry(String path, URI source, String entry, byte[] expected, boolean isKnown) {
        return new DataFile(path, source, Optional.of(entry), OptionalLong.empty(), isKnown ? Optional.of(sha256(expected)) : Optional.empty());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SplittableRandom(count).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Heard implements DataListener {

        private final List<Licence> licences = new ArrayList<>();
        private final List<Long> bytes = new ArrayList<>();
        private final List<OptionalLong> totals = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void started(DataCollection collection) {
            licences.add(collection.licence());
        }

        @Override
        public void progress(String name, long arrived, OptionalLong total) {
            bytes.add(arrived);
            totals.add(total);
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }
}
