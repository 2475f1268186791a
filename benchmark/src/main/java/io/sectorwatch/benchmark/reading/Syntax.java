package io.sectorwatch.benchmark.reading;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sectorwatch.benchmark.publication.Shape;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file with nothing but the library that the reader of such a publication stands on. */
final class Syntax {
    /** Something that depends on all of the file. */
    static long read(Shape shape, InputStream in) throws IOException {
        return switch (shape) {
            case SDMX_CSV -> records(in);
            case SDMX_ML, SDMX_ML_SCATTERED, SDMX_ML_GENERIC -> tags(in);
            case SDMX_JSON, JSON_STAT, WORLD_BANK_JSON -> tokens(in);
        };
    }

    private static long records(InputStream in) throws IOException {
        long cells = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(in)) {
            for (CsvRecord csv : records) {
                cells += csv.getFieldCount();
            }
        }
        return cells;
    }

    private static long tags(InputStream in) throws IOException {
        long attributes = 0;
        try {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
                attributes += xml.isStartElement() ? xml.getAttributeCount() : 0;
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return attributes;
    }

    private static long tokens(InputStream in) throws IOException {
        long tokens = 0;
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private Syntax() {}
}
