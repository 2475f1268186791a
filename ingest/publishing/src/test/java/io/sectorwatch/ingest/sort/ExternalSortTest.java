package io.sectorwatch.ingest.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSortTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 1_000, 100_000, 100_000_000})
    void sortsTheSameInAnyMemory(long memory) throws IOException {
        Random random = new Random(memory);
        List<byte[]> records = new ArrayList<>();
        try (ExternalSort sort = new ExternalSort(directory, memory)) {
            for (int i = 0; i < 2_000; i++) {
                byte[] record = new byte[random.nextInt(20) == 0 ? random.nextInt(100_000) : random.nextInt(5)];
                random.nextBytes(record);
                records.add(record);
                sort.add(record);
            }
            records.sort(Arrays::compareUnsigned);

            assertThat(sort.size()).isEqualTo(2_000);
            assertThat(all(sort))
                    .usingElementComparator(Arrays::compareUnsigned)
                    .containsExactlyElementsOf(records);
            assertThat(all(sort)).as("once more").hasSize(2_000);
        }
    }

    @Test
    void takesMoreAfterItWasRead() throws IOException {
        try (ExternalSort sort = new ExternalSort(directory, 1)) {
            sort.add(new byte[] {2});
            assertThat(all(sort)).containsExactly(new byte[] {2});
            sort.add(new byte[] {1});
            assertThat(all(sort)).containsExactly(new byte[] {1}, new byte[] {2});
        }
    }

    @Test
    void leavesNoFileBehindEvenWhileItIsOpen() throws IOException {
        try (ExternalSort sort = new ExternalSort(directory, 1)) {
            sort.add(new byte[10]);
            sort.add(new byte[10]);
            assertThat(all(sort)).hasSize(2);
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                assertEmpty();
            }
        }
        assertEmpty();
    }

    private void assertEmpty() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private static List<byte[]> all(ExternalSort sort) throws IOException {
        List<byte[]> all = new ArrayList<>();
        Cursor cursor = sort.sorted();
        for (byte[] record = cursor.next(); record != null; record = cursor.next()) {
            all.add(record);
        }
        return all;
    }
}
