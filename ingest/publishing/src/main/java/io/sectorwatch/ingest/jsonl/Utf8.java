package io.sectorwatch.ingest.jsonl;

import io.sectorwatch.schemas.message.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Makes sure that bytes are UTF-8, since a parser of JSON guesses at other encodings or mends what is broken. */
final class Utf8 {
    /** Throws MalformedMessageException where the bytes are anything else. */
    static void require(byte[] bytes) {
        boolean ascii = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new MalformedMessageException(
                        "byte " + (i + 1) + " is zero: this is UTF-16 or no text at all; save it as UTF-8");
            }
            ascii &= bytes[i] > 0;
        }
        if (!ascii) {
            requireDecodable(bytes);
        }
    }

    private static void requireDecodable(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean broken = StandardCharsets.UTF_8
                .newDecoder()
                .decode(in, CharBuffer.allocate(bytes.length), true)
                .isError();
        if (broken) {
            throw new MalformedMessageException("not UTF-8 from byte " + (in.position() + 1) + " on; save it as UTF-8");
        }
    }

    private Utf8() {}
}
