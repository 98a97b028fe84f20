package org.optbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The rules that hold for all compiled classes. Each stands for itself and passes where the classes it speaks of do not exist. */
final class Arrows {

    private static final String OURS = "org.optbench..";

    /** Packages that may use Smile, which is under GPL-3: NOTICE names their modules. */
    private static final String[] SMILE_USERS = {"org.optbench.tasks.learning..", "org.optbench.optimizers.bayes..", "org.optbench.optimizers.forest.."};

    private Arrows() {
    }

    /** A class of the layer uses, of this project, its own layer and those it may use. */
    static ArchRule keepsToItsArrows(Layer layer) {
        return classes().that(resideInAPackage(layer.packages()).and(not(resideInAnyPackage(layer.inner())))).should()
                .onlyDependOnClassesThat(not(resideInAPackage(OURS)).or(resideInAnyPackage(layer.allowed())))
                .as(layer + " uses, of this project, only " + String.join(", ", layer.allowed())).allowEmptyShould(true);
    }

    /** A new package belongs to a layer, so that none escapes the rules. */
    static ArchRule everyClassHasALayer() {
        return classes().that().resideInAPackage(OURS).should().resideInAnyPackage(Layer.allPackages())
                .because("a package outside of every layer is held by no arrow. Maybe add a layer for it").allowEmptyShould(true);
    }

    /** The two interfaces a plug-in author compiles against pull in nothing. */
    static ArchRule interfacesNeedTheJdkOnly() {
        return classes().that(resideInAnyPackage(Layer.MODEL.packages(), Layer.OPTIMIZER_API.packages())).should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", OURS)).allowEmptyShould(true);
    }

    /**
     * A task module does not know another one, nor an optimizer module another one; libraries for them are no providers. The models of Bayesian
     * optimization are such a library for bandits, multi-fidelity, multi-objective and prior-guided methods.
     */
    static ArchRule providersDoNotKnowEachOther(Layer layer) {
        return slices().matching(layer.packages().replace("..", ".(*)..")).should().notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage("org.optbench.tasks.configspace..", "org.optbench.optimizers.bayes..", "..testkit.."))
                .as("the modules of " + layer + " do not use each other").allowEmptyShould(true);
    }

    /** The library behind the results database can be exchanged: its types do not show. */
    static ArchRule noJooqTypeInAPublicSignature() {
        return methods().that().arePublic().and().areDeclaredInClassesThat(resideInAPackage(Layer.RESULTS.packages())
                .and(not(resideInAPackage("..jdbc.schema.."))).and(HasModifiers.Predicates.modifier(JavaModifier.PUBLIC))).should()
                .notHaveRawReturnType(resideInAPackage("org.jooq..")).andShould()
                .notHaveRawParameterTypes(DescribedPredicate.anyElementThat(resideInAPackage("org.jooq.."))).allowEmptyShould(true);
    }

    static ArchRule smileStaysWhereTheNoticeNamesIt() {
        return noClasses().that(resideInAPackage(OURS).and(not(resideInAnyPackage(SMILE_USERS)))).should().dependOnClassesThat()
                .resideInAPackage("smile..").because("Smile is under GPL-3; NOTICE names the modules that use it").allowEmptyShould(true);
    }

    static ArchRule onlyTheCommandLineTalksToTheConsole() {
        DescribedPredicate<JavaClass> elsewhere = resideInAPackage(OURS).and(not(resideInAnyPackage(Layer.CLI.packages(), "..worker..", "..tool..")));
        return noClasses().that(elsewhere).should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .orShould().callMethodWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.type(IO.class))))
                .allowEmptyShould(true);
    }

    /** Every random number comes from a generator that was handed in, so that a run repeats. */
    static ArchRule noHiddenRandomness() {
        return noClasses().that().resideInAPackage(OURS).should().callMethod(Math.class, "random").orShould().callMethod(StrictMath.class, "random")
                .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class).orShould().callConstructor(Random.class)
                .allowEmptyShould(true);
    }
}
