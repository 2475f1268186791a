package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.Mutations;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unpacks damaged archives: {@code -Dsectorwatch.fuzz=100000} says how many. */
class UnpackFuzzTest {
    private static final int INPUTS = Integer.getInteger("sectorwatch.fuzz", 1_000);
    private static final byte[] TEXT =
            "area,year,value\nFRA,2022,2.2\n".repeat(20).getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersDamageWithDeclaredErrorsAlone(boolean zip) throws IOException {
        long seed = zip ? 1 : 0;
        Mutations mutations = new Mutations(seed, List.of(zip ? zip() : gzip()));
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutations.next();
            try {
                unpack(input);
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (IOException | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", input " + i + ": " + HexFormat.of().formatHex(input), e);
            }
        }
    }

    private static void unpack(byte[] input) throws IOException {
        Unpacking.read("source", new ByteArrayInputStream(input), UnpackLimits.USUAL, new Contents() {
            @Override
            public void content(Content content) throws IOException {
                content.stream().readAllBytes();
            }

            @Override
            public void skipped(String name, String reason) {
                assertThat(name).isNotBlank();
            }
        });
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(TEXT);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : List.of("a.csv", "Metadata_a.csv", "b/c.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
