package io.sectorwatch.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.sectorwatch.walls.broken.application.server.AsksADatabase;
import io.sectorwatch.walls.broken.application.server.AsksTheLauncher;
import io.sectorwatch.walls.broken.application.server.HasOptions;
import io.sectorwatch.walls.broken.application.server.Prints;
import io.sectorwatch.walls.broken.application.server.PrintsTrace;
import io.sectorwatch.walls.broken.application.server.ServesPages;
import io.sectorwatch.walls.broken.application.server.StartsBroker;
import io.sectorwatch.walls.broken.application.server.StoresAsBroker;
import io.sectorwatch.walls.broken.cycle.one.Egg;
import io.sectorwatch.walls.broken.cycle.other.Hen;
import io.sectorwatch.walls.broken.ingest.format.table.NamesFormats;
import io.sectorwatch.walls.broken.processor.engine.CallsWithDouble;
import io.sectorwatch.walls.broken.processor.engine.ConvertsToDouble;
import io.sectorwatch.walls.broken.processor.engine.CountsNanoseconds;
import io.sectorwatch.walls.broken.processor.engine.GivesFloat;
import io.sectorwatch.walls.broken.processor.engine.HoldsClock;
import io.sectorwatch.walls.broken.processor.engine.HoldsDouble;
import io.sectorwatch.walls.broken.processor.engine.KnowsKafka;
import io.sectorwatch.walls.broken.processor.engine.MakesIds;
import io.sectorwatch.walls.broken.processor.engine.OpensFile;
import io.sectorwatch.walls.broken.processor.engine.ReadsClock;
import io.sectorwatch.walls.broken.processor.engine.ReadsClockByReference;
import io.sectorwatch.walls.broken.processor.engine.ReadsMilliseconds;
import io.sectorwatch.walls.broken.processor.engine.ThrowsDice;
import io.sectorwatch.walls.broken.processor.topology.TouchesInternals;
import java.util.List;

/** What is kept apart, each with a few small programs that do not keep it apart. */
@SuppressWarnings("ImmutableEnumChecker") // A rule is not changed any more once it is made.
enum Wall {
    NO_PACKAGES_IN_A_CIRCLE(slices().matching("io.sectorwatch.(**)").should().beFreeOfCycles(), Egg.class, Hen.class),

    OPTIONS_ARE_THE_LAUNCHERS(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.launcher.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("picocli.."))
                    .because("what an installation can do is no matter of a command line"),
            HasOptions.class),

    PRINTING_IS_THE_LAUNCHERS(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.launcher.."))
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("standard output belongs to what was asked for, alone"),
            Prints.class,
            PrintsTrace.class),

    NOTHING_STANDS_ON_THE_LAUNCHER(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.launcher.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.sectorwatch.launcher..")),
            AsksTheLauncher.class),

    INTERNALS_OF_STREAMS_IN_ONE_PLACE(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.processor.state"))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.apache.kafka.streams..internals.."))
                    .because("a new version of Kafka may change them in any way"),
            TouchesInternals.class),

    THE_BROKER_IN_ONE_PLACE(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.application.broker"))
                    .should()
                    .dependOnClassesThat(Apart.ofTheBroker())
                    .because("a new version of Kafka may change them in any way"),
            StartsBroker.class,
            StoresAsBroker.class),

    SQL_IN_ONE_PLACE(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.monitor.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..")),
            AsksADatabase.class),

    THE_WEB_SERVER_IN_ONE_PLACE(
            noClasses()
                    .that(resideOutsideOfPackages("io.sectorwatch.monitor.web"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty.."))
                    .because("what is known can be asked for without it"),
            ServesPages.class),

    READERS_DO_NOT_KNOW_THE_REGISTRY(
            noClasses()
                    .that(resideInAPackage("io.sectorwatch..ingest.format.."))
                    .and(resideOutsideOfPackages("io.sectorwatch.ingest.format.registry.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.sectorwatch.ingest.format.registry.."))
                    .because("the registry knows the readers"),
            NamesFormats.class),

    DECISIONS_WITHOUT_KAFKA(
            noClasses().that(Apart.decide()).should().dependOnClassesThat(resideInAPackage("org.apache.kafka..")),
            KnowsKafka.class),

    DECISIONS_WITHOUT_A_CLOCK(
            noClasses()
                    .that(Apart.decide())
                    .should(accessTargetWhere(Apart.readsTheTime()))
                    .orShould()
                    .dependOnClassesThat(Apart.keepTime())
                    .because("the same events give the same bytes"),
            ReadsClock.class,
            ReadsClockByReference.class,
            ReadsMilliseconds.class,
            CountsNanoseconds.class,
            HoldsClock.class),

    DECISIONS_WITHOUT_CHANCE(
            noClasses()
                    .that(Apart.decide())
                    .should(accessTargetWhere(Apart.drawsLots()))
                    .orShould()
                    .dependOnClassesThat(Apart.drawLots())
                    .because("the same events give the same bytes"),
            ThrowsDice.class,
            MakesIds.class),

    DECISIONS_WITHOUT_FILES(
            noClasses()
                    .that(Apart.decide())
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.."))
                    .orShould()
                    .dependOnClassesThat(Apart.areFiles()),
            OpensFile.class),

    DECISIONS_IN_DECIMALS(
            noClasses()
                    .that(Apart.decide())
                    .should(from(Apart.declareBinaryFractions()))
                    .orShould(accessTargetWhere(Apart.passesBinaryFractions()))
                    .because("2.6 - 2.72 is -0.12"),
            HoldsDouble.class,
            GivesFloat.class,
            ConvertsToDouble.class,
            CallsWithDouble.class);

    private final ArchRule rule;
    private final List<Class<?>> broken;

    Wall(ArchRule rule, Class<?>... broken) {
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
}
