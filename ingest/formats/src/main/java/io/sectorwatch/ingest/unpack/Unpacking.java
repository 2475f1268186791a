package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.workbook.SheetChoice;
import io.sectorwatch.ingest.workbook.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Gives what a source holds: gzip and zip are told by content, since neither names nor servers' headers can be relied on. */
public final class Unpacking {
    /**
     * Unpacks on the fly; nothing is written anywhere, and the stream stays open.
     *
     * @throws UnreadableException if it is damaged, cut off, packed more than once, or beyond the limits
     * @throws IOException if the source itself fails, or the receiver does
     */
    public static void read(String name, InputStream in, UnpackLimits limits, Contents contents) throws IOException {
        read(name, in, limits, SheetChoice.ONLY, contents);
    }

    /**
     * The same, with a say about the sheet that is wanted of a workbook, unless the name of the source has one. A workbook is
     * put into a temporary file.
     */
    public static void read(String name, InputStream in, UnpackLimits limits, SheetChoice choice, Contents contents)
            throws IOException {
        PackedInput packed = new PackedInput(in);
        Content outer = Content.of(name, packed);
        switch (Packing.of(outer.head())) {
            case NONE -> contents.content(outer);
            case GZIP -> gzip(name, outer, new Meter(limits, packed), choice, contents);
            case ZIP -> new ZipMembers(name, packed, new Meter(limits, packed), choice, contents).read(outer.stream());
            case WORKBOOK -> sheet(name, outer.stream(), choice.of(name), contents);
        }
    }

    /**
     * Undoes the gzip coding of a transfer, which packs whatever the source is once more.
     *
     * @throws UnreadableException if it is damaged, cut off, or beyond the limits
     */
    public static void gunzip(InputStream in, UnpackLimits limits, OutputStream out) throws IOException {
        PackedInput packed = new PackedInput(in);
        try (GzipInput gzip = new GzipInput(packed)) {
            new Meter(limits, packed).metered(gzip).transferTo(out);
        }
    }

    private static void gzip(String name, Content outer, Meter meter, SheetChoice choice, Contents contents)
            throws IOException {
        try (GzipInput gzip = new GzipInput(outer.stream())) {
            Content inner = Content.of(name, meter.metered(gzip));
            if (Packing.of(inner.head()) == Packing.WORKBOOK) {
                sheet(name, inner.stream(), choice.of(name), contents);
            } else {
                requirePackedOnce(inner);
                contents.content(inner);
            }
        }
    }

    /** Gives the sheet that is wanted of a workbook, as text, under the name of the source with the sheet's behind it. */
    static void sheet(String name, InputStream in, SheetChoice choice, Contents contents) throws IOException {
        try (Workbook workbook = Workbook.open(in, UnpackLimits.USUAL::check)) {
            String sheet = workbook.chosen(choice);
            String file = SheetChoice.in(name) == null ? name : name.substring(0, name.lastIndexOf('#'));
            contents.content(Content.of(file + '#' + sheet, workbook.text(sheet, choice.point())));
        }
    }

    static void requirePackedOnce(Content inner) throws UnreadableException {
        if (Packing.of(inner.head()) != Packing.NONE) {
            throw new UnreadableException(inner.name() + " is packed again inside: unpack it, and give what comes out");
        }
    }

    private Unpacking() {}
}
