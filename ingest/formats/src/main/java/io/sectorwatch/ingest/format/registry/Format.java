package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.eurostat.JsonStat;
import io.sectorwatch.ingest.format.sdmx.SdmxJson;
import io.sectorwatch.ingest.format.sdmx.SdmxMl;
import io.sectorwatch.ingest.format.table.EurostatTsvReader;
import io.sectorwatch.ingest.format.table.OecdPortalReader;
import io.sectorwatch.ingest.format.table.OwidReader;
import io.sectorwatch.ingest.format.table.SdmxCsvReader;
import io.sectorwatch.ingest.format.table.TableReader;
import io.sectorwatch.ingest.format.table.TidyReader;
import io.sectorwatch.ingest.format.table.WorldBankCsvReader;
import io.sectorwatch.ingest.format.worldbank.WorldBankJson;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that can be read. */
public enum Format {
    /** Generic, time series and structure-specific data, 2.1 and 3.0. */
    SDMX_ML("sdmx-ml"),
    /** 1.0, 2.0 and 2.1. */
    SDMX_CSV("sdmx-csv"),
    /** 1.0 and 2.0. */
    SDMX_JSON("sdmx-json"),
    /** A download with a column for every year. */
    WORLD_BANK_CSV("world-bank-csv"),
    /** Version 2 of the World Bank's API. */
    WORLD_BANK_JSON("world-bank-json"),
    /** The bulk download. */
    EUROSTAT_TSV("eurostat-tsv"),
    /** 2.0, as Eurostat has it. */
    JSON_STAT("json-stat"),
    /** A chart of Our World in Data. */
    OWID_CSV("owid-csv"),
    /** The OECD's data portal as it was until 2024. */
    OECD_CSV("oecd-csv"),
    /** Any table with a header, a period and a figure. */
    CSV("csv"),
    /** Any table with a header, for what is no observation; never recognised, since every table is one. */
    TABLE("table"),
    /** Finished messages, a JSON object a line: there are no rows to map. */
    JSON_LINES("jsonl");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The format of this name on the command line. */
    public static Optional<Format> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    /** All names on the command line. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Format::word).toList();
    }

    /**
     * Recognises a format by content, of something already unpacked.
     *
     * @param head the first bytes; 64 KiB are enough
     * @param encoding of text without a byte order mark; null for UTF-8
     * @throws UnreadableException saying what it is instead, as far as that can be told: an error page, a message without
     *     data, nothing at all
     */
    public static Format detect(byte[] head, @Nullable Charset encoding) throws UnreadableException {
        return Recognition.of(head, encoding);
    }

    /** The name on the command line. */
    public String word() {
        return word;
    }

    /**
     * A reader of this format.
     *
     * @throws UnsupportedOperationException for JSON Lines, whose messages are not rows
     */
    public FormatReader reader(ReadOptions options) {
        return switch (this) {
            case SDMX_CSV -> new SdmxCsvReader(options);
            case WORLD_BANK_CSV -> new WorldBankCsvReader(options);
            case EUROSTAT_TSV -> new EurostatTsvReader(options);
            case OWID_CSV -> new OwidReader(options);
            case OECD_CSV -> new OecdPortalReader(options);
            case CSV -> new TidyReader(options);
            case TABLE -> new TableReader(options);
            case SDMX_ML -> new SdmxMl();
            case SDMX_JSON -> new SdmxJson();
            case WORLD_BANK_JSON -> new WorldBankJson();
            case JSON_STAT -> new JsonStat();
            case JSON_LINES -> throw new UnsupportedOperationException(word + " gives no rows");
        };
    }
}
