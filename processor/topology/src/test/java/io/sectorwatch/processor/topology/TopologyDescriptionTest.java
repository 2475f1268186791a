package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopologyDescriptionTest {
    /**
     * A difference means that running applications meet other names of stores and internal topics, and begin again with
     * nothing. Behind the slices that is harmless, since all of them are handed on at every start. Elsewhere, where it is
     * wanted, put the new description in the file's place and say in the release notes that the application needs a new id.
     */
    @Test
    void isTheOneThatRunningApplicationsHaveStateFor() throws IOException {
        String described = DecisionTopology.of(new Topics(Topics.DEFAULT_PREFIX), Topics.DEFAULT_SECTORS)
                .describe()
                .toString();

        Path golden = Path.of("src/test/resources/io/sectorwatch/processor/topology/topology.txt");
        assertThat(described.strip()).isEqualTo(Files.readString(golden, UTF_8).strip());
    }
}
