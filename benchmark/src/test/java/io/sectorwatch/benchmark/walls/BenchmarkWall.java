package io.sectorwatch.benchmark.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.sectorwatch.benchmark.measure.FirstRecord;
import io.sectorwatch.benchmark.measure.PlainCopy;
import io.sectorwatch.benchmark.publishing.PublishingJob;
import io.sectorwatch.benchmark.walls.broken.one.Egg;
import io.sectorwatch.benchmark.walls.broken.one.HasOptions;
import io.sectorwatch.benchmark.walls.broken.one.Prints;
import io.sectorwatch.benchmark.walls.broken.other.Hen;
import java.util.List;

/** What is kept apart in the benchmark, each with a few small programs that do not keep it apart. */
@SuppressWarnings("ImmutableEnumChecker") // A rule is not changed any more once it is made.
enum BenchmarkWall {
    NO_PACKAGES_IN_A_CIRCLE(slices().matching("io.sectorwatch.(**)").should().beFreeOfCycles(), Egg.class, Hen.class),

    OPTIONS_ARE_THE_COMMANDS(
            noClasses().that(areNoCommands()).should().dependOnClassesThat(resideInAPackage("picocli..")),
            HasOptions.class),

    /** The others that print are read by a process that started them. */
    PRINTING_IS_THE_COMMANDS(
            noClasses()
                    .that(areNoCommands())
                    .and(DescribedPredicate.not(belongToAnyOf(FirstRecord.class, PlainCopy.class, PublishingJob.class)))
                    .should(ACCESS_STANDARD_STREAMS),
            Prints.class);

    private final ArchRule rule;
    private final List<Class<?>> broken;

    BenchmarkWall(ArchRule rule, Class<?>... broken) {
        this.rule = rule;
        this.broken = List.of(broken);
    }

    ArchRule rule() {
        return rule;
    }

    /** Programs that it has to keep out. */
    List<Class<?>> broken() {
        return broken;
    }

    private static DescribedPredicate<JavaClass> areNoCommands() {
        return DescribedPredicate.not(simpleNameEndingWith("Command")).as("are no commands");
    }
}
