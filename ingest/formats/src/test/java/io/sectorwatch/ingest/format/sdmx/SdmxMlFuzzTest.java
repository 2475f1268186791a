package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdmxMlFuzzTest {
    @Test
    void saysInItsOwnWordsWhatIsWrongWithAnyInput() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String name : List.of(
                "structure-specific-3.0.xml",
                "structure-specific-2.1.xml",
                "generic-2.1.xml",
                "generic-time-series-2.1.xml")) {
            samples.add(Found.sample(SdmxMlFuzzTest.class, name));
        }
        ReaderFuzz.run(new SdmxMl(), samples);
    }
}
