package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdmxJsonFuzzTest {
    @Test
    void saysInItsOwnWordsWhatIsWrongWithAnyInput() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String name : List.of("series-2.0.json", "flat-1.0.json")) {
            samples.add(Found.sample(SdmxJsonFuzzTest.class, name));
        }
        ReaderFuzz.run(new SdmxJson(), samples);
    }
}
