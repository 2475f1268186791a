package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.Download;
import io.sectorwatch.ingest.web.Validators;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a server answers with. What it does not give is rejected when it is to be read. */
final class WebSource implements NamedSource {
    private final Address address;
    private @Nullable Download download;
    private String failure = "was not asked for";

    WebSource(Address address) {
        this.address = address;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public void load(Web web) {
        try {
            download = web.get(address, Validators.NONE).orElseThrow();
        } catch (WebException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public boolean isMissing() {
        return download == null;
    }

    @Override
    public OptionalLong bytes() {
        try {
            return OptionalLong.of(download == null ? 0 : download.size());
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        if (download == null) {
            intake.reject(name(), Rejection.ofFile(name(), failure));
        } else {
            reader.read(name(), watched.apply(download.open()));
        }
    }

    @Override
    public Describer.Source reopened() {
        return () -> {
            if (download == null) {
                throw new IOException(failure);
            }
            return download.open();
        };
    }

    @Override
    public void close() throws IOException {
        if (download != null) {
            download.close();
        }
    }
}
