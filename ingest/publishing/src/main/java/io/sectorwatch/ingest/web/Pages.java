package io.sectorwatch.ingest.web;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.temporary.NamelessFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Puts pages together into one answer: they are parts of one release, and one that is missing would look withdrawn. */
final class Pages {
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_EDITIONS = 3;

    private final Path temporary;
    private final long limit;

    /** Brings a page, however often that has to be tried. */
    @FunctionalInterface
    interface Asker {
        Download page(int number) throws WebException;
    }

    /** With no more bytes in all than the limit. */
    Pages(Path temporary, long limit) {
        this.temporary = temporary;
        this.limit = limit;
    }

    /**
     * All pages, of which the first has been asked for already, and is closed here unless it is all there is. Where a new
     * edition comes out meanwhile, its pages are taken.
     */
    Download whole(Download first, Asker asker) throws WebException {
        Download begin = first;
        for (int editions = 1; ; editions++) {
            Optional<PageHeader> header = header(begin).filter(Pages::isOfSeveral);
            if (header.isEmpty()) {
                return begin;
            }
            try {
                return together(header.get(), begin, asker);
            } catch (IncoherentPagesException | UnreadableException e) {
                if (editions == MOST_EDITIONS) {
                    throw new WebException(
                            "has " + header.get().pages().orElse(0) + " pages that do not belong together, "
                                    + MOST_EDITIONS + " times: " + e.getMessage(),
                            e);
                }
            }
            begin = asker.page(1);
        }
    }

    private static boolean isOfSeveral(PageHeader header) {
        return header.isOf(1) && header.pages().orElse(1) > 1;
    }

    private Download together(PageHeader header, Download first, Asker asker)
            throws WebException, IncoherentPagesException, UnreadableException {
        try (first) {
            int pages = header.pages().orElse(1);
            if (pages > MOST_PAGES) {
                throw new WebException(
                        "has " + pages + " pages, and at most " + MOST_PAGES + " are asked for: set a larger per_page",
                        null);
            }
            return together(header, pages, first, asker);
        } catch (WebException | IncoherentPagesException | UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw TransferFailures.unwritable(e);
        }
    }

    private Download together(PageHeader header, int pages, Download first, Asker asker) throws IOException {
        FileChannel file = NamelessFile.open(temporary);
        boolean isWhole = false;
        try {
            WholeAnswer answer = new WholeAnswer(header, Channels.newOutputStream(file));
            answer.add(1, first.open());
            for (int number = 2; number <= pages; number++) {
                try (Download page = asker.page(number)) {
                    answer.add(number, page.open());
                }
                if (file.size() > limit) {
                    throw TransferFailures.tooLarge(limit);
                }
            }
            answer.end();
            isWhole = true;
            // What the server calls the first page says nothing of the others.
            return new Download(file, Validators.NONE);
        } finally {
            if (!isWhole) {
                file.close();
            }
        }
    }

    private static Optional<PageHeader> header(Download page) throws WebException {
        try (InputStream in = page.open()) {
            JsonInput json = new JsonInput(in);
            return json.next() == JsonToken.START_ARRAY && json.next() == JsonToken.START_OBJECT
                    ? Optional.of(PageHeader.read(json))
                    : Optional.empty();
        } catch (UnreadableException e) {
            // Whoever reads it says what it is instead.
            return Optional.empty();
        } catch (IOException e) {
            throw TransferFailures.unwritable(e);
        }
    }
}
