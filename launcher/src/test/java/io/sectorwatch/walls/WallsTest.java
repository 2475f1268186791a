package io.sectorwatch.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsTest {
    private static final JavaClasses PRODUCT = Product.classes();

    @ParameterizedTest
    @EnumSource
    void aWallStands(Wall wall) {
        wall.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksAWallIsReported(Wall wall) {
        JavaClasses broken = new ClassFileImporter().importClasses(wall.broken());

        List<String> reported = wall.rule().evaluate(broken).getFailureReport().getDetails();

        assertThat(wall.broken())
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(reported).anyMatch(detail -> detail.contains(breach.getName())));
    }

    @Test
    void wallsAreLookedForInAllModulesAndNotInTests() {
        assertThat(PRODUCT)
                .extracting(JavaClass::getPackageName)
                .contains(
                        "io.sectorwatch.schemas.message",
                        "io.sectorwatch.ingest.format",
                        "io.sectorwatch.ingest.publish",
                        "io.sectorwatch.processor.engine",
                        "io.sectorwatch.processor.topology",
                        "io.sectorwatch.processor.scenario",
                        "io.sectorwatch.application.broker",
                        "io.sectorwatch.launcher.command");
        assertThat(PRODUCT)
                .extracting(JavaClass::getSimpleName)
                .noneMatch(name -> name.endsWith("Test") || name.endsWith("IT"));
    }
}
