import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;

/** Build step: turns the templates of the first argument into Java sources in the second, package of the third. */
final class GenerateTemplates {

    private GenerateTemplates() {
    }

    public static void main(String[] arguments) {
        TemplateEngine engine = TemplateEngine.create(new DirectoryCodeResolver(Path.of(arguments[0])), Path.of(arguments[1]), ContentType.Html,
                GenerateTemplates.class.getClassLoader(), arguments[2]);
        engine.setTrimControlStructures(true);
        engine.generateAll();
    }
}
