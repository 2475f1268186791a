package io.sectorwatch.ingest.mapping;

import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The mappings that come with Sectorwatch. */
final class ReadyMappings {
    /** One more is a file beside the others and its name here. */
    private static final List<String> FILES = List.of(
            "alfred-gdp",
            "eurostat-activity-rate",
            "eurostat-rd-intensity",
            "eurostat-residence-permits",
            "fred-gdp",
            "nbs-rd-intensity",
            "oecd-ai-patent-families",
            "oecd-ai-publications",
            "oecd-business-rd",
            "oecd-business-rd-expenditure",
            "oecd-portal-rd-intensity",
            "oecd-rd-intensity",
            "owid-rd-intensity",
            "owid-space-objects",
            "policy-events",
            "world-bank-gdp",
            "world-bank-rd-intensity",
            "world-bank-rd-intensity-api");

    static final List<Mapping> ALL = FILES.stream().map(ReadyMappings::read).toList();

    private static Mapping read(String name) {
        String file = name + ".yaml";
        try (InputStream in = ReadyMappings.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("this build of Sectorwatch lacks its file " + file);
            }
            return MappingFile.read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableFileException e) {
            throw new IllegalStateException("built-in " + e.getMessage(), e);
        }
    }

    private ReadyMappings() {}
}
