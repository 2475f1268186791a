package io.sectorwatch.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The parts of the program, and of others, that walls stand between. */
final class Apart {
    private static final Set<String> BINARY = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    /** All of the processor but what brings events to it and keeps its state: so a new package of the engine decides too. */
    static DescribedPredicate<JavaClass> decide() {
        return resideInAPackage("io.sectorwatch..processor..")
                .and(not(resideInAnyPackage(
                        "io.sectorwatch.processor.serde..",
                        "io.sectorwatch.processor.state..",
                        "io.sectorwatch.processor.topology..",
                        "io.sectorwatch.processor.scenario..")))
                .as("decide");
    }

    /** Classes of Kafka's that a client has no business with; some packages beside them are the clients'. */
    static DescribedPredicate<JavaClass> ofTheBroker() {
        return resideInAnyPackage(
                        "kafka..",
                        "org.apache.kafka.controller..",
                        "org.apache.kafka.coordinator..",
                        "org.apache.kafka.image..",
                        "org.apache.kafka.metadata..",
                        "org.apache.kafka.network..",
                        "org.apache.kafka.raft..",
                        "org.apache.kafka.server..",
                        "org.apache.kafka.storage..")
                .and(not(resideInAnyPackage(
                        "org.apache.kafka.server.authorizer..",
                        "org.apache.kafka.server.policy..",
                        "org.apache.kafka.server.quota..",
                        "org.apache.kafka.server.telemetry..")))
                .as("are of Kafka's broker");
    }

    static DescribedPredicate<JavaClass> keepTime() {
        return belongToAnyOf(Clock.class, InstantSource.class, Date.class).as("keep time");
    }

    static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        return describe(
                "reads the time",
                access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                                && access.getName().equals("now")
                        || access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("currentTimeMillis", "nanoTime").contains(access.getName()));
    }

    static DescribedPredicate<JavaClass> drawLots() {
        return JavaClass.Predicates.assignableTo(RandomGenerator.class)
                .or(belongToAnyOf(Random.class, SplittableRandom.class))
                .as("draw lots");
    }

    static DescribedPredicate<JavaAccess<?>> drawsLots() {
        return describe(
                "draws lots",
                access -> access.getTargetOwner().isEquivalentTo(UUID.class)
                                && access.getName().equals("randomUUID")
                        || access.getTargetOwner().isEquivalentTo(Math.class)
                                && access.getName().equals("random"));
    }

    static DescribedPredicate<JavaClass> areFiles() {
        return belongToAnyOf(File.class, FileInputStream.class, FileOutputStream.class, RandomAccessFile.class)
                .as("are files");
    }

    /** In fields, parameters and results; what is computed between two calls alone leaves no trace that can be looked for. */
    static DescribedPredicate<JavaClass> declareBinaryFractions() {
        return describe(
                "declare floats or doubles",
                type -> Stream.concat(
                                type.getFields().stream().map(field -> field.getRawType()),
                                type.getCodeUnits().stream().flatMap(Apart::typesOf))
                        .anyMatch(Apart::isBinary));
    }

    static DescribedPredicate<JavaAccess<?>> passesBinaryFractions() {
        return describe(
                "passes floats or doubles",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && Stream.concat(target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType()))
                                .anyMatch(Apart::isBinary));
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private static boolean isBinary(JavaClass type) {
        return BINARY.contains(type.getBaseComponentType().getName());
    }

    private Apart() {}
}
