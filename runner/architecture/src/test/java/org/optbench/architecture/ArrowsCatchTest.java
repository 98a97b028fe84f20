package org.optbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.model.wrong.ModelUsingALibrary;
import org.optbench.optimizers.wrong.OptimizerUsingATask;
import org.optbench.results.wrong.ResultsShowingJooq;
import org.optbench.results.wrong.ResultsUsingATask;
import org.optbench.stray.ClassWithoutALayer;
import org.optbench.tasks.wrong.TaskUsingAnOptimizer;
import org.optbench.tasks.wronger.TaskUsingATask;

/** The rules refuse classes that were written to break them. */
class ArrowsCatchTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(Arrows.keepsToItsArrows(Layer.TASKS), TaskUsingAnOptimizer.class),
                Arguments.of(Arrows.keepsToItsArrows(Layer.OPTIMIZERS), OptimizerUsingATask.class),
                Arguments.of(Arrows.keepsToItsArrows(Layer.RESULTS), ResultsUsingATask.class),
                Arguments.of(Arrows.providersDoNotKnowEachOther(Layer.TASKS), TaskUsingATask.class),
                Arguments.of(Arrows.everyClassHasALayer(), ClassWithoutALayer.class),
                Arguments.of(Arrows.interfacesNeedTheJdkOnly(), ModelUsingALibrary.class),
                Arguments.of(Arrows.onlyTheCommandLineTalksToTheConsole(), OptimizerUsingATask.class),
                Arguments.of(Arrows.onlyTheCommandLineTalksToTheConsole(), ClassWithoutALayer.class),
                Arguments.of(Arrows.noJooqTypeInAPublicSignature(), ResultsShowingJooq.class),
                Arguments.of(Arrows.smileStaysWhereTheNoticeNamesIt(), ResultsShowingJooq.class),
                Arguments.of(Arrows.noHiddenRandomness(), TaskUsingAnOptimizer.class));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void refusesAndNamesTheClass(ArchRule rule, Class<?> wrong) {
        JavaClasses classes = new ClassFileImporter().importPackages("org.optbench.model.wrong", "org.optbench.optimizers.wrong",
                "org.optbench.results.wrong", "org.optbench.stray", "org.optbench.tasks.wrong", "org.optbench.tasks.wronger");
        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
        assertThat(rule.evaluate(classes).getFailureReport().getDetails()).anyMatch(detail -> detail.contains(wrong.getSimpleName()));
    }

    @Test
    void namesBothSignaturesThatShowJooq() {
        JavaClasses classes = new ClassFileImporter().importClasses(ResultsShowingJooq.class);
        assertThat(Arrows.noJooqTypeInAPublicSignature().evaluate(classes).getFailureReport().getDetails()).hasSize(2)
                .anyMatch(detail -> detail.contains("returned()")).anyMatch(detail -> detail.contains("taken("));
    }

    @ParameterizedTest
    @EnumSource
    void passesWhereThereIsNothingToCheck(Layer layer) {
        JavaClasses none = new ClassFileImporter().importPackages("org.optbench.none");
        assertThatCode(() -> Arrows.keepsToItsArrows(layer).check(none)).doesNotThrowAnyException();
    }

    @Test
    void aTaskMayUseItsOwnModule() {
        JavaClasses own = new ClassFileImporter().importPackages("org.optbench.tasks.wronger");
        assertThatCode(() -> Arrows.keepsToItsArrows(Layer.TASKS).check(own)).doesNotThrowAnyException();
    }
}
