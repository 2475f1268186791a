package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.registry.Formats;
import io.sectorwatch.ingest.mapping.Mapper;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.mapping.UnmappableException;
import io.sectorwatch.ingest.unpack.Content;
import io.sectorwatch.ingest.unpack.Contents;
import io.sectorwatch.ingest.unpack.UnpackLimits;
import io.sectorwatch.ingest.unpack.Unpacking;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.workbook.SheetChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads publications of any format, packed or not, into an intake. What cannot be read or mapped is rejected, with the
 * reason; what was read of it before stays, unless it turns out to have been misread.
 */
public final class SourceReader {
    private final Options options;
    private final Mappings mappings;
    private final Moment ofAll;
    private Moment moment;
    private final Intake intake;
    private final Consumer<String> notes;
    private final Messages messages;
    private final Set<Release> releases = new TreeSet<>();
    private long unwanted;
    private long unmapped;
    private boolean unreadable;

    /** What becomes of finished messages, which are no release. */
    public enum Messages {
        /** They are published as they are, whatever is known. */
        PUBLISHED,
        /** They are compared with what is known, since their file is read again whenever it grows. */
        COMPARED
    }

    /**
     * What a person says of the sources.
     *
     * @param format null to recognise it
     * @param encoding of text without a byte order mark; null for UTF-8
     * @param mapping null to take the one that recognises a data set as its own
     * @param published when all of it became known; null where it says so itself
     */
    public record Options(
            @Nullable Format format,
            @Nullable Charset encoding,
            @Nullable Mapping mapping,
            @Nullable Instant published) {
        /** As readers are told them. */
        public ReadOptions reading() {
            return Mappings.reading(encoding, mapping);
        }

        /** Which sheet of a workbook is wanted. */
        public SheetChoice sheet() {
            return mapping == null ? SheetChoice.ONLY : mapping.sheet();
        }

        Mappings mappings() {
            return mapping == null ? Mappings.ready() : Mappings.named(mapping);
        }

        /** The format that was said, or is recognised; throws UnreadableException where it is none. */
        public Format formatOf(Content content) throws UnreadableException {
            return format == null
                    ? mappings().format(Formats.recognise(content.head(), encoding), content.head(), reading())
                    : format;
        }
    }

    /**
     * Reads into an intake; nothing can be known after {@code now}.
     *
     * @param notes takes words for a person about what is left out of archives, and what holds nothing
     */
    public SourceReader(Options options, Instant now, Intake intake, Consumer<String> notes) {
        this(options, Messages.PUBLISHED, now, intake, notes);
    }

    /** The same, with a say about finished messages. */
    public SourceReader(Options options, Messages messages, Instant now, Intake intake, Consumer<String> notes) {
        this.messages = messages;
        this.notes = notes;
        this.options = options;
        this.mappings = options.mappings();
        this.ofAll = new Moment(options.published(), now);
        this.moment = ofAll;
        this.intake = intake;
    }

    /** Reads a source to its end, and leaves it open. */
    public void read(String name, InputStream in) {
        read(name, in, null);
    }

    /**
     * The same for a source of which somebody says when it became known.
     *
     * @param published null where nobody says so of this one
     */
    public void read(String name, InputStream in, @Nullable Instant published) {
        moment = published == null ? ofAll : new Moment(published, ofAll.now());
        try {
            Unpacking.read(name, in, UnpackLimits.USUAL, options.sheet(), new Contents() {
                @Override
                public void content(Content content) {
                    read(content);
                }

                @Override
                public void refused(String member, UnreadableException reason) {
                    refuse(member, reason);
                }

                @Override
                public void skipped(String member, String reason) {
                    notes.accept(member + " is left out: " + reason);
                }
            });
        } catch (IOException e) {
            refuse(name, e);
        }
    }

    /** The releases that say something in what was read. */
    public Set<Release> releases() {
        return Set.copyOf(releases);
    }

    /** Whether a source, or something in it, could not be read to its end. */
    public boolean hasFailed() {
        return unreadable;
    }

    /** Number of rows that no mapping wanted. */
    public long unwanted() {
        return unwanted;
    }

    /** Number of rows of data sets that no mapping fits; each of these is rejected once. */
    public long unmapped() {
        return unmapped;
    }

    private void read(Content content) {
        try {
            Format format = options.formatOf(content);
            if (format instanceof RowFormat rows) {
                read(content, rows);
            } else if (messages == Messages.COMPARED) {
                FactSources.readNews(content.name(), content.stream(), intake);
            } else {
                FactSources.readJsonLines(content.name(), content.stream(), intake);
            }
        } catch (IOException | UnmappableException e) {
            refuse(content.name(), e);
        }
    }

    private void read(Content content, RowFormat format) throws IOException {
        Statements statements = new Statements(content.name(), intake, releases::add);
        Mappings these = format.readsNamedColumns() ? mappings : mappings.keepingNames();
        Mapper mapper = new Mapper(content.name(), these, moment, statements);
        long rejected = intake.rejected();
        try {
            format.read(content.name(), content.stream(), options.reading(), statements.watching(mapper));
            mapper.requireComponents();
            if (mapper.rows() == 0 && intake.rejected() == rejected) {
                notes.accept(content.name() + " has no rows: there is nothing to be taken from it");
            }
        } finally {
            unwanted += mapper.unwanted();
            unmapped += mapper.unmapped();
        }
    }

    private void refuse(String name, Exception e) {
        unreadable = true;
        if (e instanceof MisreadException) {
            intake.disown(name);
        }
        String reason = e instanceof UnreadableException || e instanceof UnmappableException
                ? String.valueOf(e.getMessage())
                : "it cannot be read (" + e.getMessage() + ")";
        intake.reject(name, Rejection.ofFile(name, reason));
    }
}
