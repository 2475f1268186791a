package io.sectorwatch.benchmark.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.jsonstat.JsonStat;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.sdmxjson.SdmxJson;
import io.sectorwatch.ingest.format.sdmxml.SdmxMl;
import io.sectorwatch.ingest.format.worldbankjson.WorldBankJson;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Objects;

/** What a publication looks like. */
public enum Shape {
    /** As the OECD answers a query. */
    SDMX_CSV("SDMX-CSV 2.0"),
    /** As the OECD publishes its scoreboard, a series in one piece. */
    SDMX_ML("SDMX-ML 3.0"),
    /** The same, with a new element for almost each observation of a series. */
    SDMX_ML_SCATTERED("SDMX-ML 3.0, scattered"),
    /** As the European Central Bank has it, in the wordiest form. */
    SDMX_ML_GENERIC("SDMX-ML 2.1, generic"),
    /** As the OECD answered until 2024: what the numbers mean comes last. */
    SDMX_JSON("SDMX-JSON 1.0"),
    /** As Eurostat answers: the same. */
    JSON_STAT("JSON-stat 2.0"),
    /** One page of the World Bank's API. */
    WORLD_BANK_JSON("World Bank JSON");

    private static final String MAPPING = "mapping.yaml";

    private final String title;

    Shape(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The format it is of. */
    public RowFormat format() {
        return switch (this) {
            case SDMX_CSV -> new SdmxCsv();
            case SDMX_ML, SDMX_ML_SCATTERED, SDMX_ML_GENERIC -> new SdmxMl();
            case SDMX_JSON -> new SdmxJson();
            case JSON_STAT -> new JsonStat();
            case WORLD_BANK_JSON -> new WorldBankJson();
        };
    }

    /** Writes a publication, and leaves the stream open. */
    public void write(GeneratedContents contents, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
        switch (this) {
            case SDMX_CSV -> Tables.sdmxCsv(contents, writer);
            case SDMX_ML -> Xml.series(contents, writer);
            case SDMX_ML_SCATTERED -> Xml.scattered(contents, writer);
            case SDMX_ML_GENERIC -> Xml.generic(contents, writer);
            case SDMX_JSON -> JsonPublications.sdmx(contents, writer);
            case JSON_STAT -> JsonPublications.stat(contents, writer);
            case WORLD_BANK_JSON -> JsonPublications.worldBank(contents, writer);
        }
        writer.flush();
    }

    /** The mapping for all of them, as a file has it. */
    public static InputStream mappingFile() {
        return Objects.requireNonNull(Shape.class.getResourceAsStream(MAPPING), MAPPING);
    }

    /** The mapping for all of them. */
    public static Mapping mapping() {
        try (InputStream in = mappingFile()) {
            return MappingFile.read(MAPPING, in);
        } catch (IOException | UnusableFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
