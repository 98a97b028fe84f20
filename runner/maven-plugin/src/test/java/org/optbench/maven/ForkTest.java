package org.optbench.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.maven.ClassPath.Library;

class ForkTest {

    @Test
    void theJvmReadsTheArgumentFileBackAsItWasMeant(@TempDir Path folder) throws IOException, InterruptedException {
        String awkward = "a b\\c\"d 'e' #f\tg";
        Path source =
                Files.writeString(folder.resolve("Echo.java"), "class Echo { static void main(String[] a) { IO.print(System.getProperty(\"x\") + a[0]); } }");
        Path file = ArgumentFile.write(folder.resolve("deeper/x.args"), List.of("-Dx=" + awkward, source.toString(), awkward));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "@" + file).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo(awkward + awkward);
    }

    @Test
    void theProjectsVersionOfALibraryWins() {
        List<Path> joined = ClassPath.join(List.of(Path.of("classes")), List.of(new Library("g:a", Path.of("a-2.jar"))),
                List.of(new Library("g:cli", Path.of("cli.jar")), new Library("g:a", Path.of("a-1.jar")), new Library("g:a:linux", Path.of("a-linux.jar"))));
        assertThat(joined).containsExactly(Path.of("classes"), Path.of("a-2.jar"), Path.of("cli.jar"), Path.of("a-linux.jar"));
    }

    @Test
    void wordsKeepWhatIsQuoted() {
        assertThat(CommandMojo.words(null)).isEmpty();
        assertThat(CommandMojo.words("  ")).isEmpty();
        assertThat(CommandMojo.words(" --threads  4 --name 'two words' --empty \"\" a'b c'd"))
                .containsExactly("--threads", "4", "--name", "two words", "--empty", "", "ab cd");
    }
}
