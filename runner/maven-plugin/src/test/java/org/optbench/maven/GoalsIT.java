package org.optbench.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged plugin in a user's project, run by a Maven of its own, offline. The local repository is a view of the one of this build, with
 * this plugin and a stand-in of the command line that prints what it was given.
 */
class GoalsIT {

    private static final String COMMAND = """
            package org.optbench.cli;
            import java.util.*;
            public final class OptbenchCommand {
                public static void main(String[] args) {
                    System.out.println("GOT " + String.join("|", args) + " ON " + Runtime.version().feature());
                    for (Runnable found : ServiceLoader.load(Runnable.class)) {
                        System.out.println("FOUND " + found.getClass().getName());
                    }
                    System.exit(List.of(args).contains("--fail") ? 3 : 0);
                }
            }
            """;

    private static final String PLUGIN_CLASS = """
            package user;
            public final class Mine implements Runnable {
                @Override public void run() { }
            }
            """;

    @TempDir static Path folder = Path.of("");

    private static Path repository = Path.of("");
    private static Path project = Path.of("");

    @BeforeAll
    static void layOut() throws IOException {
        repository = folder.resolve("repository");
        view(Path.of(property("it.repository")), repository);
        publish("optbench-parent", Path.of(property("it.root"), "pom.xml"), null);
        publish("optbench-maven-plugin", Path.of(property("it.root"), "runner/maven-plugin/pom.xml"), Path.of(property("it.jar")));
        Path pom = Files.writeString(folder.resolve("cli.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>org.optbench</groupId><artifactId>optbench-runner-cli</artifactId><version>%s</version></project>
                """.formatted(property("it.version")));
        publish("optbench-runner-cli", pom, commandLine());
        project = userProject();
    }

    @Test
    void runCompilesTheProjectAndHandsItsProvidersToTheCommand() throws IOException, InterruptedException {
        Result result = maven("optbench:run", "-Doptbench.args=--threads 2 --name 'two words'");
        assertThat(result.output()).contains("GOT run|" + project.toRealPath().resolve("campaign.yaml") + "|--plain|--threads|2|--name|two words ON 25")
                .contains("FOUND user.Mine");
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void aFailingCommandFailsTheBuildWithItsStatus() throws IOException, InterruptedException {
        Result result = maven("optbench:list", "-Doptbench.args=--fail");
        assertThat(result.output()).contains("GOT list|--plain|--fail ON 25").contains("optbench list ended with status 3");
        assertThat(result.status()).isNotZero();
    }

    @Test
    void aWrongJdkIsRefusedBeforeAnythingRuns() throws IOException, InterruptedException {
        Result result = maven("optbench:plan", "-Doptbench.jdk=" + folder);
        assertThat(result.output()).contains("is no JDK 25").doesNotContain("GOT");
        assertThat(result.status()).isNotZero();
    }

    private record Result(int status, String output) {
    }

    private static Result maven(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(property("it.maven"), "bin/mvn").toString(), "-o", "-B", "-Dmaven.repo.local=" + repository));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", property("it.maven.java"));
        builder.environment().put("OPTBENCH_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** Links to everything of a repository but the artifacts of this project. */
    private static void view(Path source, Path target) throws IOException {
        Files.createDirectories(target.resolve("org"));
        link(source, target, "org");
        link(source.resolve("org"), target.resolve("org"), "optbench");
    }

    private static void link(Path source, Path target, String except) throws IOException {
        try (Stream<Path> entries = Files.list(source)) {
            for (Path entry : entries.filter(path -> !path.getFileName().toString().equals(except)).toList()) {
                Files.createSymbolicLink(target.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static void publish(String artifact, Path pom, @Nullable Path jar) throws IOException {
        Path home = Files.createDirectories(repository.resolve("org/optbench").resolve(artifact).resolve(property("it.version")));
        String name = artifact + "-" + property("it.version");
        Files.copy(pom, home.resolve(name + ".pom"));
        if (jar != null) {
            Files.copy(jar, home.resolve(name + ".jar"));
        }
    }

    private static Path commandLine() throws IOException {
        Path source = Files.createDirectories(folder.resolve("cli")).resolve("OptbenchCommand.java");
        Files.writeString(source, COMMAND);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.resolve("cli").toString(), source.toString());
        assertThat(status).isZero();
        Path jar = folder.resolve("cli.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/optbench/cli/OptbenchCommand.class"));
            Files.copy(folder.resolve("cli/org/optbench/cli/OptbenchCommand.class"), out);
        }
        return jar;
    }

    private static Path userProject() throws IOException {
        Path home = folder.resolve("a project");
        Map<String, String> files = Map.of("campaign.yaml", "name: x\n", "src/main/java/user/Mine.java", PLUGIN_CLASS,
                "src/main/resources/META-INF/services/java.lang.Runnable", "user.Mine\n", "pom.xml", """
                        <project><modelVersion>4.0.0</modelVersion>
                        <groupId>user</groupId><artifactId>mine</artifactId><version>1</version>
                        <properties>
                          <maven.compiler.release>17</maven.compiler.release>
                          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                        </properties>
                        <build><plugins>
                          <plugin><artifactId>maven-compiler-plugin</artifactId><version>%s</version></plugin>
                          <plugin><artifactId>maven-resources-plugin</artifactId><version>%s</version></plugin>
                          <plugin>
                            <groupId>org.optbench</groupId><artifactId>optbench-maven-plugin</artifactId><version>%s</version>
                            <configuration>
                              <campaign>campaign.yaml</campaign>
                              <arguments><argument>--plain</argument></arguments>
                            </configuration>
                          </plugin>
                        </plugins></build></project>
                        """.formatted(property("it.compiler"), property("it.resources"), property("it.version")));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return home;
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
