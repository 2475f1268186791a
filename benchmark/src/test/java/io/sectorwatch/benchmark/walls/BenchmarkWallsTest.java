package io.sectorwatch.benchmark.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sectorwatch.benchmark.BenchmarkCommand;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkWallsTest {
    private static final JavaClasses BENCHMARK = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/jmh_generated/"))
            .importPackagesOf(BenchmarkCommand.class);

    @ParameterizedTest
    @EnumSource
    void aWallStands(BenchmarkWall wall) {
        assertThat(BENCHMARK).isNotEmpty();

        wall.rule().check(BENCHMARK);
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksAWallIsReported(BenchmarkWall wall) {
        JavaClasses broken = new ClassFileImporter().importClasses(wall.broken());

        List<String> reported = wall.rule().evaluate(broken).getFailureReport().getDetails();

        assertThat(wall.broken())
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(reported).anyMatch(detail -> detail.contains(breach.getName())));
    }
}
