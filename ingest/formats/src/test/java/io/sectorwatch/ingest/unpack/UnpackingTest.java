package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
    private static final UnpackLimits SMALL = new UnpackLimits(100_000, 300);

    private final List<String> read = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    @Test
    void givesWhatIsNotPackedAsItIs() throws IOException {
        unpack(bytes("plain"));
        unpack(new byte[0]);
        assertThat(read).containsExactly("source=plain", "source=");
    }

    @Test
    void unpacksGzipAndGzipFilesPutOneAfterAnother() throws IOException {
        byte[] both = join(gzip("one,"), gzip("two"), new byte[512]);
        unpack(both);
        Unpacking.read("source", new Trickle(both), UnpackLimits.USUAL, new Into());
        assertThat(read).containsExactly("source=one,two", "source=one,two");
    }

    @Test
    void unpacksMoreThanFitsIntoAnyBuffer() throws IOException {
        byte[] random = new byte[1_000_000];
        new Random(1).nextBytes(random);
        for (byte[] packed : List.of(gzipOf(random), join(gzipOf(random), gzipOf(random)), zipOf("a.csv", random))) {
            Unpacking.read("source", new ByteArrayInputStream(packed), UnpackLimits.USUAL, new Contents() {
                @Override
                public void content(Content content) throws IOException {
                    assertThat(Arrays.equals(content.stream().readNBytes(random.length), random))
                            .isTrue();
                    read.add(content.name());
                }

                @Override
                public void skipped(String name, String reason) {}
            });
        }
        assertThat(read).hasSize(3);
    }

    @Test
    void refusesGzipThatIsCutOffOrDamagedOrFollowedByAnythingElse() throws IOException {
        byte[] whole = gzip("some text that is long enough to be cut");
        for (int length = 2; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpack(cut))
                    .as("cut after %d", length)
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("cut off");
        }
        byte[] wrong = whole.clone();
        wrong[wrong.length - 6] ^= 1;
        assertThatThrownBy(() -> unpack(wrong))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the checksum does not fit");
        assertThatThrownBy(() -> unpack(join(whole, bytes("<html>"))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("what follows the packed data is not gzip");
        assertThatThrownBy(() -> unpack(join(whole, Arrays.copyOf(whole, 12))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void givesTheMembersOfAZipAndSaysWhichAreNoData() throws IOException {
        unpack(zip(
                "data/", "",
                "data/API_X.csv", "one",
                "Metadata_Country_API_X.csv", "notes",
                "__MACOSX/data/._API_X.csv", "fork",
                ".DS_Store", "icons",
                "b.tsv", "two"));
        assertThat(read).containsExactly("source/data/API_X.csv=one", "source/b.tsv=two");
        assertThat(skipped)
                .containsExactly(
                        "source/Metadata_Country_API_X.csv: the World Bank's notes on countries and indicators",
                        "source/__MACOSX/data/._API_X.csv: what macOS adds to archives",
                        "source/.DS_Store: a hidden file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readme.md",
                "README.txt",
                "a/ReadMe",
                "LICENSE",
                "licence.txt",
                "datapackage.json",
                "share-of-energy.metadata.json",
                "metadata.json",
                "10100139_MetaData.csv",
                "x/metadata.xml",
                "chart.png",
                "methods.pdf",
                "notes.docx",
                "EXR_structure.xml",
                "dsd.xml",
                "codelist.csv",
                "schema.json",
                "table.xsd",
                "data/__MACOSX/._a.csv",
                "a/.DS_Store",
                "Thumbs.db",
                "checksums.md5",
                "SHA256SUMS",
                "CITATION.cff",
                "CHANGELOG.md",
                "index.html",
                "WDISeries.csv",
                "Trade_E_Flags.csv"
            })
    void leavesOutWhatPublishersPackBesideTheirData(String name) throws IOException {
        unpack(zip(name, "x", "data/values.csv", "one"));
        assertThat(read).containsExactly("source/data/values.csv=one");
        assertThat(skipped).singleElement().asString().startsWith("source/" + name + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.csv",
                "readmission-rates.csv",
                "noticeable.csv",
                "structural-funds.csv",
                "licences-issued.csv",
                "about-prices.csv",
                "WDIData.csv",
                "metadatabase.csv",
                "documents-filed.json",
                "notes-and-coins.csv"
            })
    void takesNoDataForNotes(String name) throws IOException {
        unpack(zip(name, "one"));
        assertThat(read).containsExactly("source/" + name + "=one");
        assertThat(skipped).isEmpty();
    }

    @Test
    void goesOnAfterAMemberThatNobodyReadsToItsEnd() throws IOException {
        byte[] zip = zip("a.csv", "x".repeat(300_000), "b.csv", "two");
        List<String> names = new ArrayList<>();
        Unpacking.read("source", new ByteArrayInputStream(zip), UnpackLimits.USUAL, new Contents() {
            @Override
            public void content(Content content) {
                names.add(content.name());
            }

            @Override
            public void skipped(String name, String reason) {}
        });
        assertThat(names).containsExactly("source/a.csv", "source/b.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.csv", "/etc/evil.csv", "a/../../evil.csv", "..\\evil.csv", "C:\\evil.csv", "a\0b.csv"})
    void refusesNamesThatLeadOutOfTheArchive(String name) {
        assertThatThrownBy(() -> unpack(zip(name, "x")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("leads out of the archive");
        assertThat(read).isEmpty();
    }

    @Test
    void refusesWhatIsPackedTwice() throws IOException {
        for (byte[] twice : List.of(
                zipOf("inner.csv", zip("a.csv", "x")),
                zipOf("inner.csv", gzip("x")),
                gzipOf(gzip("x")),
                gzipOf(zip("a.csv", "x")))) {
            assertThatThrownBy(() -> unpack(twice))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("is packed again inside");
        }
    }

    @Test
    void saysThatADocumentOfAnotherOfficeProgramIsOne() {
        assertThatThrownBy(() -> unpack(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("(.ods)")
                .hasMessageContaining(".xlsx or CSV");
    }

    @Test
    void refusesAZipWithoutData() {
        assertThatThrownBy(() -> unpack(zip("Metadata_Country.csv", "x", "a/readme.md", "x")))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(
                        "the zip archive holds no data: all in it is left out by name, Metadata_Country.csv, a/readme.md");
        assertThatThrownBy(() -> unpack(zip()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("holds no data");
    }

    @Test
    void refusesAZipThatIsCutOffAnywhere() throws IOException {
        byte[] whole = zip("a.csv", "some text", "b.csv", "some more");
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpack(cut))
                    .as("cut after %d of %d", length, whole.length)
                    .isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void refusesAZipWhoseDirectoryListsOtherMembers() throws IOException {
        byte[] whole = zip("a.csv", "some text", "b.csv", "some more");
        whole[whole.length - 22 + 10]++;
        assertThatThrownBy(() -> unpack(whole))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("its directory lists 3 members, but 2 were found");
    }

    @Test
    void refusesMoreUnpackedBytesThanTheLimit() throws IOException {
        String half = "abcdefghij".repeat(6_000);
        for (byte[] packed : List.of(
                gzip(half + half), zip("a.csv", half, "b.csv", half), zip("a.csv", "x", ".hidden", half + half))) {
            assertThatThrownBy(() -> Unpacking.read("source", new ByteArrayInputStream(packed), SMALL, new Into()))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("unpacks to more than 100000 bytes");
        }
        // What is not packed is as large as it is.
        Unpacking.read("source", new ByteArrayInputStream(bytes(half + half)), SMALL, new Into());
    }

    @Test
    void refusesABombByItsRatio() throws IOException {
        byte[] bomb = gzipOf(new byte[40 << 20]);
        assertThatThrownBy(() -> unpack(bomb))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("as only a zip bomb does");
        Unpacking.read("source", new ByteArrayInputStream(bomb), new UnpackLimits(1L << 30, 2_000), new Contents() {
            @Override
            public void content(Content content) throws IOException {
                assertThat(content.stream().skip(10)).isPositive();
                assertThat(content.stream().readAllBytes()).hasSizeGreaterThan(39 << 20);
            }

            @Override
            public void skipped(String name, String reason) {}
        });
    }

    private void unpack(byte[] bytes) throws IOException {
        Unpacking.read("source", new ByteArrayInputStream(bytes), UnpackLimits.USUAL, new Into());
    }

    private final class Into implements Contents {
        @Override
        public void content(Content content) throws IOException {
            byte[] all = content.stream().readAllBytes();
            assertThat(all).startsWith(content.head());
            read.add(content.name() + "=" + new String(all, UTF_8));
        }

        @Override
        public void skipped(String name, String reason) {
            skipped.add(name + ": " + reason);
        }
    }

    /** Gives a byte at a time, as a slow network may. */
    private static final class Trickle extends FilterInputStream {
        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return in.read(into, from, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(String text) {
        return gzipOf(bytes(text));
    }

    private static byte[] gzipOf(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(bytes(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return packed.toByteArray();
    }
}
