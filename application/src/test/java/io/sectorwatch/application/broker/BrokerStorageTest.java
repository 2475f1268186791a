package io.sectorwatch.application.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.metadata.FeatureLevelRecord;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerStorageTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aFormattedDirectoryStaysTheSameCluster() {
        String first = BrokerStorage.format(directory);

        assertThat(BrokerStorage.format(directory)).isEqualTo(first);
    }

    @Test
    void refusesADirectoryWrittenByANewerKafka() throws IOException {
        BrokerStorage.format(directory);
        short newer = (short) (MetadataVersion.latestProduction().featureLevel() + 1);
        FeatureLevelRecord level =
                new FeatureLevelRecord().setName(MetadataVersion.FEATURE_NAME).setFeatureLevel(newer);
        new BootstrapDirectory(directory.toString())
                .writeBinaryFile(
                        BootstrapMetadata.fromRecords(List.of(new ApiMessageAndVersion(level, (short) 0)), "newer"));

        assertThatThrownBy(() -> BrokerStorage.format(directory))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("newer Kafka (metadata level " + newer + ")");
    }

    @Test
    void refusesADirectoryOfSomethingElse() throws IOException {
        Files.writeString(directory.resolve("meta.properties"), "node.id=7\nversion=1\ncluster.id=other\n");

        assertThatThrownBy(() -> BrokerStorage.format(directory))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(directory.toString());
    }
}
