package org.optbench.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFinderTest {

    @TempDir Path folder;

    @Test
    void takesTheHomeOfTheWantedVersion() throws IOException {
        Path old = jdk("a-17", "17.0.15");
        Path wanted = jdk("b-25", "25.0.3");
        jdk("c-26", "26-ea");
        assertThat(new JdkFinder(25, List.of(old), List.of(folder)).find()).contains(wanted);
        assertThat(new JdkFinder(17, List.of(old), List.of()).find()).contains(old);
        assertThat(new JdkFinder(26, List.of(), List.of(folder)).find()).contains(folder.resolve("c-26"));
    }

    @Test
    void aVersionThatOnlyBeginsAlikeIsAnotherOne() throws IOException {
        jdk("x", "250.1");
        jdk("y", "2.5");
        assertThat(new JdkFinder(25, List.of(), List.of(folder, folder.resolve("missing"))).find()).isEmpty();
    }

    @Test
    void macHomesStandDeeper() throws IOException {
        Path home = jdk("temurin-25.jdk/Contents/Home", "25");
        assertThat(new JdkFinder(25, List.of(), List.of(folder)).find()).contains(home);
    }

    @Test
    void aFolderWithoutJavaOrWithABrokenReleaseFileIsNoJdk() throws IOException {
        Path noJava = folder.resolve("no-java");
        Files.createDirectories(noJava);
        Files.writeString(noJava.resolve("release"), "JAVA_VERSION=\"25\"\n");
        Path broken = jdk("broken", "25");
        Files.writeString(broken.resolve("release"), "JAVA_VERSION=\\uXYZ\n");
        assertThat(new JdkFinder(25, List.of(noJava, broken), List.of()).find()).isEmpty();
    }

    @Test
    void theEnvironmentComesFirst() throws IOException {
        Path named = jdk("named", "25.0.1");
        Path running = jdk("running", "25.0.3");
        assertThat(JdkFinder.usual(25, Map.of("JAVA_HOME", named.toString()), folder, running).find()).contains(named);
        assertThat(JdkFinder.usual(25, Map.of("JAVA_HOME", " "), folder, running).find()).contains(running);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
