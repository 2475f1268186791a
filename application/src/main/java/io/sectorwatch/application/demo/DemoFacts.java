package io.sectorwatch.application.demo;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.time.Instant;
import java.util.List;

/** What the demonstration publishes: the brief, and what was known before and after it. */
public final class DemoFacts {
    private static final List<String> SETS = List.of("brief", "history");

    /** All facts, to be published as ingest does. */
    public static Intake read() {
        Intake intake = new Intake(Instant.now(), TemporaryDirectory.standard(), rejection -> {
            throw new IllegalStateException(rejection.file() + ": " + rejection.reason());
        });
        SETS.forEach(set -> FactSources.read(BuiltInSet.find(set).orElseThrow(), intake));
        return intake;
    }

    private DemoFacts() {}
}
