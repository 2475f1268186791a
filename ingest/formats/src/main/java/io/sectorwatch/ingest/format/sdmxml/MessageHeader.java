package io.sectorwatch.ingest.format.sdmxml;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.sdmx.SdmxUrn;
import io.sectorwatch.ingest.format.xml.XmlInput;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the header of an SDMX-ML message says of the data sets after it. */
final class MessageHeader {
    private static final int MOST_STRUCTURES = 1_000;

    /**
     * The structure of a data set.
     *
     * @param id of its dataflow, else of its data structure
     * @param atObservation the dimension that tells the observations of a series apart
     */
    record Structure(@Nullable String id, String atObservation) {}

    private final Map<String, Structure> structures = new HashMap<>();
    private @Nullable Instant prepared;
    private @Nullable String action;
    private @Nullable String dataSetId;
    private @Nullable String keyFamily;
    private @Nullable String keyFamilyAgency;

    /** Reads the header that has just started, to its end. */
    static MessageHeader read(XmlInput xml, String source, Rows rows) throws IOException {
        MessageHeader header = new MessageHeader();
        int outside = xml.depth() - 1;
        while (xml.nextTag() && xml.depth() > outside) {
            if (xml.isStart()) {
                header.element(xml, source, rows);
            }
        }
        return header;
    }

    /** When the message was prepared. */
    @Nullable
    Instant prepared() {
        return prepared;
    }

    /** The action of data sets which do not say theirs. */
    @Nullable
    String action() {
        return action;
    }

    /** How the message calls its data set. */
    @Nullable
    String dataSetId() {
        return dataSetId;
    }

    /** The structure of a version before 2.1, which calls it a key family. */
    @Nullable
    String keyFamily() {
        return keyFamily == null || keyFamilyAgency == null ? keyFamily : keyFamilyAgency + ":" + keyFamily;
    }

    /** The structure with this reference; the only one where there is no such reference; else one of which nothing is said. */
    Structure structure(@Nullable String reference) {
        Structure named = reference == null ? null : structures.get(reference);
        if (named != null) {
            return named;
        }
        return structures.size() == 1
                ? structures.values().iterator().next()
                : new Structure(null, DataSet.TIME_PERIOD);
    }

    private void element(XmlInput xml, String source, Rows rows) throws IOException {
        switch (xml.name()) {
            case "Prepared" -> {
                long line = xml.line();
                String text = xml.text();
                Optional<Instant> time = PublicationTime.parse(text);
                prepared = time.orElse(null);
                if (time.isEmpty()) {
                    rows.rejected(new Rejection(
                            source,
                            line,
                            "the header's Prepared is no time ('" + Excerpt.of(text)
                                    + "'): the message does not say when it was published",
                            Excerpt.of(text)));
                }
            }
            case "DataSetAction" -> action = xml.text();
            case "DataSetID" -> dataSetId = xml.text();
            case "KeyFamilyRef" -> keyFamily = xml.text();
            case "KeyFamilyAgency" -> keyFamilyAgency = xml.text();
            case "Truncated" -> {
                long line = xml.line();
                String truncated = xml.text();
                if (truncated.equals("true") || truncated.equals("1")) {
                    rows.rejected(new Rejection(
                            source, line, "the publisher says that the answer was cut to a limit", truncated));
                }
            }
            case "Structure" -> structure(xml);
            default -> xml.skip();
        }
    }

    private void structure(XmlInput xml) throws IOException {
        String key = String.valueOf(xml.attribute("structureID"));
        String atObservation = xml.attribute("dimensionAtObservation");
        String id = SdmxUrn.identity(String.valueOf(xml.attribute("namespace"))).orElse(null);
        if (structures.size() == MOST_STRUCTURES) {
            throw xml.unreadable("the header has more than " + MOST_STRUCTURES + " structures");
        }
        int outside = xml.depth() - 1;
        while (xml.nextTag() && xml.depth() > outside) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "Ref" -> {
                    id = reference(xml).orElse(id);
                    xml.skip();
                }
                // From SDMX 3.0 on they hold the name itself, before that a Ref or URN.
                case "Structure", "StructureUsage", "ProvisionAgreement", "ProvisionAgrement" -> {}
                default -> id = SdmxUrn.identity(xml.text()).orElse(id);
            }
        }
        structures.put(key, new Structure(id, atObservation == null ? DataSet.TIME_PERIOD : atObservation));
    }

    private static Optional<String> reference(XmlInput xml) {
        String agency = xml.attribute("agencyID");
        String id = xml.attribute("id");
        String version = xml.attribute("version");
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of((agency == null ? "" : agency + ":") + id + (version == null ? "" : "(" + version + ")"));
    }
}
