package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.dbnomics.DbnomicsJson;
import io.sectorwatch.ingest.format.describedseries.DescribedSeries;
import io.sectorwatch.ingest.format.eurostattsv.EurostatTsv;
import io.sectorwatch.ingest.format.fredcsv.FredCsv;
import io.sectorwatch.ingest.format.fredjson.FredJson;
import io.sectorwatch.ingest.format.fredxml.FredXml;
import io.sectorwatch.ingest.format.jsonl.MessageLines;
import io.sectorwatch.ingest.format.jsonstat.JsonStat;
import io.sectorwatch.ingest.format.oecdportal.OecdPortal;
import io.sectorwatch.ingest.format.owid.OwidCsv;
import io.sectorwatch.ingest.format.plaintable.PlainTable;
import io.sectorwatch.ingest.format.pxwebjson.PxWebJson;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.sdmxjson.SdmxJson;
import io.sectorwatch.ingest.format.sdmxml.SdmxMl;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.ingest.format.worldbankcsv.WorldBankCsv;
import io.sectorwatch.ingest.format.worldbankjson.WorldBankJson;
import io.sectorwatch.ingest.format.worldbankxml.WorldBankXml;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that can be read. */
public final class Formats {
    /** All of them, as people are told them; of equally likely ones the first is recognised. */
    public static final List<Format> ALL = List.of(
            new SdmxMl(),
            new SdmxCsv(),
            new SdmxJson(),
            new WorldBankCsv(),
            new WorldBankJson(),
            new WorldBankXml(),
            new EurostatTsv(),
            new JsonStat(),
            new PxWebJson(),
            new DbnomicsJson(),
            new OwidCsv(),
            new FredCsv(),
            new FredJson(),
            new FredXml(),
            new OecdPortal(),
            new DescribedSeries(),
            new TidyTable(),
            new PlainTable(),
            new MessageLines());

    /** The format of this name. */
    public static Optional<Format> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Format::name).toList();
    }

    /**
     * Recognises a format by content, of something already unpacked.
     *
     * @param head the first bytes; 64 KiB are enough
     * @param encoding of text without a byte order mark; null for UTF-8
     * @throws UnreadableException saying what it is instead, as far as that can be told: an error page, a message without
     *     data, nothing at all
     */
    public static Format recognise(byte[] head, @Nullable Charset encoding) throws UnreadableException {
        return Recognition.of(head, encoding);
    }

    private Formats() {}
}
