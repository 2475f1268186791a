package io.sectorwatch.ingest.format.eurostat;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStatFuzzTest {
    @Test
    void saysInItsOwnWordsWhatIsWrongWithAnyInput() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String name : List.of("sparse.json", "dense.json")) {
            samples.add(Found.sample(JsonStatFuzzTest.class, name));
        }
        ReaderFuzz.run(new JsonStat(), samples);
    }
}
