package io.sectorwatch.ingest.format.worldbank;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldBankJsonFuzzTest {
    @Test
    void saysInItsOwnWordsWhatIsWrongWithAnyInput() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String name : List.of("answer.json")) {
            samples.add(Found.sample(WorldBankJsonFuzzTest.class, name));
        }
        ReaderFuzz.run(new WorldBankJson(), samples);
    }
}
