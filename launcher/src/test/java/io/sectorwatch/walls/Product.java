package io.sectorwatch.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;

/** What is built and run, from whatever module it comes; not what tests it. */
final class Product {
    private static final List<String> TESTS = List.of("/test-classes/", "-tests.jar");

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(location -> !isOfTests(location))
                .importPackages("io.sectorwatch");
    }

    private static boolean isOfTests(Location location) {
        return TESTS.stream().anyMatch(location::contains);
    }

    private Product() {}
}
