package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files in the folder {@code samples} beside a format: those of these names, and any others. */
record Samples(List<Sample> all) {
    private static final String SOUND = "sound.";
    private static final String SPOILT = "spoilt.";

    /** Those of a format; fails where there are none. */
    static Samples of(Format format) {
        URL folder = format.getClass().getResource("samples");
        if (folder == null) {
            throw new AssertionError(
                    "the format " + format.name() + " has no sample: put one into the folder samples of "
                            + format.getClass().getPackageName() + " among the resources of the tests");
        }
        try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
            return new Samples(files.sorted().map(Samples::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One without a fault. */
    Sample sound() {
        return named(SOUND);
    }

    /** The same with one more observation, which cannot be accepted. */
    Sample spoilt() {
        return named(SPOILT);
    }

    private Sample named(String beginning) {
        return all.stream()
                .filter(sample -> sample.name().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no sample " + beginning + "*"));
    }

    private static Sample read(Path file) {
        try {
            return new Sample(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
