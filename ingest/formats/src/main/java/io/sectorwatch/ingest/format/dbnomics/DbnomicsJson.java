package io.sectorwatch.ingest.format.dbnomics;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * Reads series as version 22 of DBnomics' API answers them, with their dimensions and the attributes of their observations as
 * components; a data set is called {@code PROVIDER/DATASET}. When they were published is not said: only when DBnomics saw
 * them. A row's line is the number of the observation.
 */
public final class DbnomicsJson implements RowFormat {
    private static final Set<String> BESIDE_SERIES =
            Set.of("_meta", "dataset", "datasets", "errors", "provider", "providers");

    @Override
    public String name() {
        return "dbnomics-json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of();
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        JsonOutline json = JsonOutline.of(beginning);
        boolean hasSeries = json.names("series").contains("docs");
        return json.isObject() && hasSeries && json.hasAny(BESIDE_SERIES) ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        new DbnomicsAnswer(name, new JsonInput(in), rows).read();
    }
}
