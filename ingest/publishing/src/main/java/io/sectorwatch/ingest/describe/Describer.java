package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.Mappings;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.unpack.Content;
import io.sectorwatch.ingest.unpack.Contents;
import io.sectorwatch.ingest.unpack.UnpackLimits;
import io.sectorwatch.ingest.unpack.Unpacking;
import io.sectorwatch.ingest.workbook.SheetChoice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes sources that nobody knows yet: what they hold, the mapping that fits or a proposal for one, and what would be
 * ingested with it. Nothing is published, and no memory is needed that grows with the source.
 */
public final class Describer {
    /** An archive is read anew for each member. */
    private static final int MOST_MEMBERS = 20;

    private final FormatChoice formats;
    private final ReadOptions options;
    private final @Nullable Mapping mapping;
    private final Moment moment;

    /** The format that a content is to be read as. */
    @FunctionalInterface
    public interface FormatChoice {
        Format of(Content content) throws UnreadableException;
    }

    /** A source that can be opened more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * One thing that a source holds.
     *
     * @param format null where it cannot be read, or need not be
     * @param complaint why it cannot
     */
    private record Member(
            String name,
            @Nullable RowFormat format,
            @Nullable FormatReader reader,
            @Nullable SecondReading guess,
            @Nullable UnreadableException complaint) {}

    /** How to read a table where the names of its columns do not say enough. */
    private record SecondReading(ObservationColumns columns, FormatReader reader) {}

    /**
     * Describes with what a person says of the sources.
     *
     * @param mapping to try on them; null for the ready ones, and a proposal where none of them wants any row
     */
    public Describer(FormatChoice formats, ReadOptions options, @Nullable Mapping mapping, Moment moment) {
        this.formats = formats;
        this.options = options;
        this.mapping = mapping;
        this.moment = moment;
    }

    /**
     * A text of 80 columns on the source, or on each member of an archive.
     *
     * @throws IOException if it cannot be unpacked or, where it is no archive, read, or if the source fails
     */
    public String describe(String name, Source source) throws IOException {
        List<Member> members = new ArrayList<>();
        each(name, source, content -> members.add(member(content)));
        StringBuilder text = new StringBuilder();
        for (Member member : members.subList(0, Math.min(MOST_MEMBERS, members.size()))) {
            text.append(text.isEmpty() ? "" : "\n").append(describe(name, source, member));
        }
        if (members.size() > MOST_MEMBERS) {
            text.append("\n")
                    .append(members.size() - MOST_MEMBERS)
                    .append(" more files are in ")
                    .append(name)
                    .append('\n');
        }
        return text.toString();
    }

    private String describe(String name, Source source, Member member) throws IOException {
        if (member.reader() == null) {
            return member.complaint() == null
                    ? member.name() + ": these are messages of Sectorwatch, which need no mapping\n"
                    : unreadable(name, member, member.complaint());
        }
        try {
            return described(
                    member,
                    (with, guessed) -> Description.of(
                            member.name(), reading(name, source, member, with), mapping, moment, guessed));
        } catch (UnreadableException e) {
            return unreadable(name, member, e);
        }
    }

    /**
     * A mapping for a source, or for the first thing in an archive that can be read, with somebody's answers.
     *
     * @throws IOException if nothing in it can be, or the source fails
     */
    public MappingDraft draft(String name, Source source, Interview interview) throws IOException {
        List<Member> members = new ArrayList<>();
        each(name, source, content -> members.add(member(content)));
        UnreadableException complaint = new UnreadableException("there is nothing in it that needs a mapping");
        for (Member member : members) {
            if (member.reader() == null) {
                complaint = member.complaint() == null ? complaint : member.complaint();
                continue;
            }
            try {
                return described(
                        member,
                        (with, guessed) -> Description.draft(
                                member.name(), reading(name, source, member, with), moment, guessed, interview));
            } catch (UnreadableException e) {
                complaint = e;
            }
        }
        throw complaint;
    }

    private interface Work<T> {
        T with(FormatReader reader, @Nullable ObservationColumns guessed) throws IOException;
    }

    private static <T> T described(Member member, Work<T> work) throws IOException {
        FormatReader reader = Objects.requireNonNull(member.reader());
        try {
            return work.with(reader, null);
        } catch (UnreadableException e) {
            SecondReading guess = member.guess();
            if (guess == null) {
                throw e;
            }
            return work.with(guess.reader(), guess.columns());
        }
    }

    private Description.Reading reading(String name, Source source, Member member, FormatReader reader) {
        return (proposed, rows) -> each(name, source, content -> {
            if (content.name().equals(member.name())) {
                FormatReader with = proposed == null || member.format() == null
                        ? reader
                        : member.format().reader(Mappings.reading(options.encoding(), proposed));
                with.read(content.name(), content.stream(), rows);
            }
        });
    }

    private static String unreadable(String name, Member member, UnreadableException e) throws UnreadableException {
        if (member.name().equals(name) || member.name().startsWith(name + '#')) {
            throw e;
        }
        return member.name() + ": " + e.getMessage() + '\n';
    }

    private Member member(Content content) {
        try {
            Format format = formats.of(content);
            return format instanceof RowFormat rows
                    ? new Member(content.name(), rows, rows.reader(options), guess(rows, content), null)
                    : new Member(content.name(), null, null, null, null);
        } catch (UnreadableException e) {
            return new Member(content.name(), null, null, null, e);
        }
    }

    private @Nullable SecondReading guess(RowFormat format, Content content) {
        if (mapping != null || !(format instanceof TidyTable)) {
            return null;
        }
        return GuessedColumns.in(content.head(), options.encoding())
                .map(columns ->
                        new SecondReading(columns, format.reader(GuessedColumns.reading(options.encoding(), columns))))
                .orElse(null);
    }

    private interface Look {
        void at(Content content) throws IOException;
    }

    private void each(String name, Source source, Look look) throws IOException {
        try (InputStream in = source.open()) {
            SheetChoice choice = mapping == null ? SheetChoice.ONLY : mapping.sheet();
            Unpacking.read(name, in, UnpackLimits.USUAL, choice, new Contents() {
                @Override
                public void content(Content content) throws IOException {
                    look.at(content);
                }

                @Override
                public void skipped(String member, String reason) {
                    // Notes in an archive are nothing to describe.
                }
            });
        }
    }
}
