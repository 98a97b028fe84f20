package org.optbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules over the classes of every module that has been compiled. */
class ArrowsTest {

    private static JavaClasses classes = new ClassFileImporter().importPaths(List.of());

    @BeforeAll
    static void importEveryModule() {
        classes = new ClassFileImporter().importPaths(compiledModules());
    }

    @Test
    void theModelIsAmongTheClasses() {
        assertThat(classes).as("classes under %s; build with: mvn verify", root())
                .anyMatch(type -> type.getPackageName().startsWith("org.optbench.model"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsToItsArrows(Layer layer) {
        Arrows.keepsToItsArrows(layer).check(classes);
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKS", "OPTIMIZERS"})
    void providersDoNotKnowEachOther(Layer layer) {
        Arrows.providersDoNotKnowEachOther(layer).check(classes);
    }

    @Test
    void everyClassHasALayer() {
        Arrows.everyClassHasALayer().check(classes);
    }

    @Test
    void interfacesNeedTheJdkOnly() {
        Arrows.interfacesNeedTheJdkOnly().check(classes);
    }

    @Test
    void noJooqTypeInAPublicSignature() {
        Arrows.noJooqTypeInAPublicSignature().check(classes);
    }

    @Test
    void smileStaysWhereTheNoticeNamesIt() {
        Arrows.smileStaysWhereTheNoticeNamesIt().check(classes);
    }

    @Test
    void onlyTheCommandLineTalksToTheConsole() {
        Arrows.onlyTheCommandLineTalksToTheConsole().check(classes);
    }

    @Test
    void noHiddenRandomness() {
        Arrows.noHiddenRandomness().check(classes);
    }

    private static Path root() {
        return Path.of(System.getProperty("optbench.root", "../.."));
    }

    /** Modules stand one or two folders below the root. */
    private static List<Path> compiledModules() {
        try (Stream<Path> first = Files.list(root())) {
            return first.filter(Files::isDirectory).flatMap(ArrowsTest::withChildren).map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the modules under " + root(), e);
        }
    }

    private static Stream<Path> withChildren(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), children.filter(Files::isDirectory).toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
