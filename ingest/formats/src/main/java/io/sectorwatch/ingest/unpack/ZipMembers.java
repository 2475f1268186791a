package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Listed;
import io.sectorwatch.ingest.workbook.SheetChoice;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Gives the members of a zip archive in their order. */
final class ZipMembers {
    private static final int MOST = 10_000;
    private static final int MOST_NAMED = 21;

    private final String name;
    private final PackedInput packed;
    private final Meter meter;
    private final SheetChoice choice;
    private final Contents contents;
    private int members;
    private final List<String> leftOut = new ArrayList<>();
    private int read;

    ZipMembers(String name, PackedInput packed, Meter meter, SheetChoice choice, Contents contents) {
        this.name = name;
        this.packed = packed;
        this.meter = meter;
        this.choice = choice;
        this.contents = contents;
    }

    void read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in, UTF_8);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            members++;
            if (members > MOST) {
                throw new UnreadableException("the zip archive has more than " + MOST + " members");
            }
            member(entry, meter.metered(new DamageNamed(zip)));
        }
        in.transferTo(OutputStream.nullOutputStream());
        ZipDirectory.requireLists(members, packed.tail());
        if (read == 0) {
            throw new UnreadableException("the zip archive holds no data"
                    + (leftOut.isEmpty() ? "" : ": all in it is left out by name, " + Listed.of(leftOut)));
        }
    }

    private void member(ZipEntry entry, InputStream in) throws IOException {
        MemberName.requireHarmless(entry.getName());
        MemberName.requireNoDocument(entry.getName());
        @Nullable String noData = MemberName.whyNoData(entry.getName());
        String fullName = name + "/" + MemberName.shown(entry.getName());
        if (!entry.isDirectory() && noData != null) {
            if (leftOut.size() < MOST_NAMED) {
                leftOut.add(MemberName.shown(entry.getName()));
            }
            contents.skipped(fullName, noData);
        } else if (!entry.isDirectory()) {
            Content content = Content.of(fullName, in);
            read++;
            if (Packing.of(content.head()) == Packing.WORKBOOK) {
                workbook(content);
            } else {
                Unpacking.requirePackedOnce(content);
                contents.content(content);
            }
        }
        // To the end, so that limits and checksum hold for what nobody read too.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void workbook(Content content) throws IOException {
        try {
            Unpacking.sheet(content.name(), content.stream(), choice, contents);
        } catch (UnreadableException e) {
            contents.refused(content.name(), e);
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static UnreadableException damaged(Exception e) {
        String what = e instanceof EOFException ? "cut off: load it again" : "damaged: " + e.getMessage();
        return new UnreadableException("the zip archive is " + what, e);
    }

    /** What the JDK says of damage, in words for people. */
    private static final class DamageNamed extends FilterInputStream {
        DamageNamed(ZipInputStream zip) {
            super(zip);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (ZipException | EOFException e) {
                throw damaged(e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
