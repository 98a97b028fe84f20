package org.optbench.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.jspecify.annotations.Nullable;
import org.optbench.maven.ClassPath.Library;

/** What all goals share: one command of optbench in a forked JVM of Java 25. */
abstract class CommandMojo extends AbstractMojo {

    private static final int FEATURE = 25;
    private static final String MAIN_CLASS = "org.optbench.cli.OptbenchCommand";

    private final ToolchainManager toolchains;
    private final RepositorySystem repositories;
    private final String command;

    @Parameter(defaultValue = "${project}", readonly = true, required = true) private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true) private MavenSession session;

    /** The version of optbench's command line; that of this plugin unless set. */
    @Parameter(property = "optbench.version", defaultValue = "${plugin.version}", required = true) private String version;

    /** Arguments and options for the command, one an element. */
    @Parameter private @Nullable List<String> arguments;

    /** More arguments and options for the command, separated by blanks: {@code -Doptbench.args="--threads 4"}. */
    @Parameter(property = "optbench.args") private @Nullable String commandLineArguments;

    /** Options of the JVM, separated by blanks: {@code -Doptbench.jvm=-Xmx8g}. */
    @Parameter(property = "optbench.jvm") private @Nullable String jvmOptions;

    /** Home of the JDK 25 to run on; found by itself unless set. */
    @Parameter(property = "optbench.jdk") private @Nullable File jdk;

    /** Whether test classes and test dependencies of the project are on the class path too. */
    @Parameter(property = "optbench.includeTests", defaultValue = "false") private boolean includeTests;

    /** The folder the command runs in, which relative paths of its arguments refer to. */
    @Parameter(property = "optbench.directory", defaultValue = "${project.basedir}", required = true) private File directory;

    CommandMojo(ToolchainManager toolchains, RepositorySystem repositories, String command) {
        this.toolchains = toolchains;
        this.repositories = repositories;
        this.command = command;
    }

    /** Arguments that the goal itself puts behind the command. */
    List<String> goalArguments() throws MojoFailureException {
        return List.of();
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> tail = new ArrayList<>(List.of(command));
        tail.addAll(goalArguments());
        tail.addAll(arguments == null ? List.of() : arguments);
        tail.addAll(words(commandLineArguments));

        Path java = javaHome().resolve("bin").resolve("java");
        List<String> line = new ArrayList<>(List.of(java.toString(), "@" + argumentFile()));
        line.addAll(words(jvmOptions));
        line.add(MAIN_CLASS);
        line.addAll(tail);
        getLog().info("optbench " + String.join(" ", tail) + " (on " + java + ")");
        int status = run(line);
        if (status != 0) {
            throw new MojoFailureException("optbench " + command + " ended with status " + status + "; its message stands above.");
        }
    }

    private Path argumentFile() throws MojoExecutionException {
        List<String> options = List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseParallelGC",
                "-Djava.awt.headless=true", "-cp", classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        Path file = Path.of(project.getBuild().getDirectory(), "optbench-" + command + ".args");
        try {
            return ArgumentFile.write(file, options);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write " + file + ": " + e.getMessage() + ". Maybe the folder is read-only.", e);
        }
    }

    private List<Path> classPath() throws MojoExecutionException {
        List<Path> folders = Stream.of(includeTests ? project.getBuild().getTestOutputDirectory() : "", project.getBuild().getOutputDirectory())
                .filter(folder -> !folder.isEmpty()).map(Path::of).filter(folder -> folder.toFile().isDirectory()).toList();
        List<Library> own = project.getArtifacts().stream().filter(this::isOnClassPath)
                .map(artifact -> new Library(key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier()), artifact.getFile().toPath()))
                .toList();
        return ClassPath.join(folders, own, commandLineOfOptbench());
    }

    private boolean isOnClassPath(Artifact artifact) {
        return artifact.getFile() != null && artifact.getArtifactHandler().isAddedToClasspath()
                && (includeTests || !Artifact.SCOPE_TEST.equals(artifact.getScope()));
    }

    private List<Library> commandLineOfOptbench() throws MojoExecutionException {
        DefaultArtifact artifact = new DefaultArtifact("org.optbench", "optbench-runner-cli", "jar", version);
        CollectRequest collect = new CollectRequest(new Dependency(artifact, JavaScopes.RUNTIME), project.getRemoteProjectRepositories());
        try {
            return repositories
                    .resolveDependencies(session.getRepositorySession(),
                            new DependencyRequest(collect, (node, parents) -> node.getDependency() == null || isAtRunTime(node.getDependency().getScope())))
                    .getArtifactResults().stream().map(result -> result.getArtifact())
                    .map(found -> new Library(key(found.getGroupId(), found.getArtifactId(), found.getClassifier()), found.getFile().toPath())).toList();
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException("Cannot resolve " + artifact + " with its libraries: " + e.getMessage()
                    + ". Maybe this version is not published; optbench.version sets another.", e);
        }
    }

    private static boolean isAtRunTime(String scope) {
        return scope.isEmpty() || scope.equals(JavaScopes.COMPILE) || scope.equals(JavaScopes.RUNTIME);
    }

    private static String key(String group, String artifact, @Nullable String classifier) {
        return group + ":" + artifact + (classifier == null || classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** What the user set, else the toolchain of the build, else one of toolchains.xml, else an installed one. */
    private Path javaHome() throws MojoFailureException {
        JdkFinder finder = JdkFinder.usual(FEATURE, System.getenv(), Path.of(System.getProperty("user.home")), Path.of(System.getProperty("java.home")));
        if (jdk != null) {
            if (!finder.matches(jdk.toPath())) {
                throw new MojoFailureException("optbench.jdk " + jdk + " is no JDK " + FEATURE + ". Maybe it names the folder above or below.");
            }
            return jdk.toPath();
        }
        return toolchains().map(toolchain -> toolchain.findTool("java")).filter(java -> java != null).map(java -> Path.of(java).resolve("../..").normalize())
                .filter(finder::matches).findFirst().or(finder::find)
                .orElseThrow(
                        () -> new MojoFailureException("optbench needs JDK " + FEATURE + " and none was found. Maybe install one, e.g. 'apt install temurin-"
                                + FEATURE + "-jdk' or https://adoptium.net/temurin/releases/?version=" + FEATURE + ", or name it: -Doptbench.jdk=<folder>."));
    }

    private Stream<Toolchain> toolchains() {
        Map<String, String> wanted = Map.of("version", "[" + FEATURE + "," + (FEATURE + 1) + ")");
        return Stream.concat(Stream.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session)),
                toolchains.getToolchains(session, "jdk", wanted).stream());
    }

    /** Runs in the console of Maven. When Maven is told to end, the JVM is told too and given the time to store what it has. */
    private int run(List<String> line) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(line).directory(directory).inheritIO().start();
            Thread stop = new Thread(() -> stop(process), "optbench-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return status;
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot start " + line.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while optbench " + command + " was running", e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Splits at blanks; single or double quotes keep blanks. */
    static List<String> words(@Nullable String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : (text == null ? "" : text).toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
