package io.sectorwatch.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.web.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    private static final Instant MARCH = Instant.parse("2024-03-13T00:00:00Z");
    private static final Instant JULY = Instant.parse("2024-07-23T00:00:00Z");

    @TempDir
    Path directory = Path.of("");

    @Test
    void whatWasNotedIsRemembered() throws IOException {
        Path file = directory.resolve("new/folder/memory.json");
        Seen address = Seen.of(new Validators("\"a\"", null), "x", false, List.of(release("oecd", MARCH)));
        Seen lines = Seen.of(Validators.NONE, "3 bytes", true, List.of(release("facts", null)));

        Memory.in(file).note(Map.of("one", address));
        Memory.in(file).note(Map.of("other", lines));

        assertThat(Memory.in(file).ofAll(List.of("one", "other", "third"))).containsExactly(address, lines);
        assertThat(Memory.in(file).of("third")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"one\":", "[]", "{\"one\":1}", "{\"one\":{\"fingerprint\":\"x\"}}"})
    void aDamagedFileIsAsGoodAsALostOne(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("memory.json"), content);

        assertThat(Memory.in(file).of("one")).isEmpty();
    }

    @Test
    void aFileHoldsPartOfItsOwnReleaseAndAnAddressOfTheNextOnesToo() {
        Seen file = Seen.of(Validators.NONE, "", true, List.of(release("oecd", MARCH)));
        Seen address = Seen.of(Validators.NONE, "", false, List.of(release("oecd", MARCH)));

        assertThat(file.holdsPartOf(release("oecd", MARCH))).isTrue();
        assertThat(file.holdsPartOf(release("oecd", JULY))).isFalse();
        assertThat(address.holdsPartOf(release("oecd", JULY))).isTrue();
        assertThat(address.holdsPartOf(release("eurostat", MARCH))).isFalse();
    }

    private static Release release(String dataSet, @Nullable Instant published) {
        return new Release(dataSet, published, published == null ? Release.Extent.PART : Release.Extent.WHOLE);
    }
}
