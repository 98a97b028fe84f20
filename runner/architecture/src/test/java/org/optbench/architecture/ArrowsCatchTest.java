package org.optbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
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

    private static final JavaClasses WRONG = new ClassFileImporter().importClasses(ModelUsingALibrary.class, OptimizerUsingATask.class,
            ResultsShowingJooq.class, ResultsUsingATask.class, ClassWithoutALayer.class, TaskUsingAnOptimizer.class, TaskUsingATask.class);
    private static final JavaClasses NONE = new ClassFileImporter().importPaths(List.of());

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
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
        assertThat(rule.evaluate(WRONG).getFailureReport().getDetails()).anyMatch(detail -> detail.contains(wrong.getSimpleName()));
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
        assertThatCode(() -> Arrows.keepsToItsArrows(layer).check(NONE)).doesNotThrowAnyException();
    }

    @Test
    void theTestkitOfOptimizersHasArrowsOfItsOwn() {
        assertThat(Layer.OPTIMIZERS.inner()).containsExactly(Layer.OPTIMIZER_TESTKIT.packages());
        assertThat(Layer.MODEL.inner()).isEmpty();
    }
}
