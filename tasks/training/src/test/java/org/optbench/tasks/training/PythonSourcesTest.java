package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonSourcesTest {

    @Test
    void liesBesideTheClasses() {
        assertThat(PythonSources.folder().resolve("optbench_training/trainer.py")).exists();
        assertThat(PythonSources.folder().resolve("optbench_algorithms/algorithms.json")).exists();
    }

    @Test
    void isUnpackedFromAJar(@TempDir Path temporary) throws Exception {
        Path classes = Path.of(PythonSources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jar = temporary.resolve("a folder").resolve("training.jar");
        Files.createDirectories(temporary.resolve("a folder"));
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file); Stream<Path> walk = Files.walk(classes)) {
            for (Path entry : walk.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                Files.copy(entry, out);
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[]{jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Method method = loader.loadClass(PythonSources.class.getName()).getDeclaredMethod("folder");
            method.setAccessible(true);
            Path unpacked = (Path) method.invoke(null);
            assertThat(unpacked).isNotEqualTo(PythonSources.folder());
            for (String file : List.of("optbench_training/workloads/images.py", "optbench_training/workloads.json",
                    "optbench_algorithms/second_order.py")) {
                assertThat(Files.exists(unpacked.resolve(file))).isEqualTo(Files.exists(PythonSources.folder().resolve(file)));
            }
            assertThat(unpacked.resolve("optbench_algorithms/second_order.py")).hasSameTextualContentAs(
                    PythonSources.folder().resolve("optbench_algorithms/second_order.py"));
        }
    }
}
