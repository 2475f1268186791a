package io.sectorwatch.ingest.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.Rejection;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Facts as lines of JSON, each a message of the contract: an observation, a policy event or a tick; gzip or not. */
public final class JsonLines {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String name;
    private final Consumer<Message> facts;
    private final Consumer<Rejection> rejections;
    private final IndicatorCodec indicators = new IndicatorCodec();
    private final PolicyCodec policies = new PolicyCodec();
    private long line;

    private JsonLines(String name, Consumer<Message> facts, Consumer<Rejection> rejections) {
        this.name = name;
        this.facts = facts;
        this.rejections = rejections;
    }

    /** Reads all lines; one that is no fact goes to the rejections and stops nothing. Memory for one line is needed. */
    public static void read(String name, InputStream in, Consumer<Message> facts, Consumer<Rejection> rejections)
            throws IOException {
        new JsonLines(name, facts, rejections).read(plain(in));
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        line = 1;
        int next = in.read();
        while (next >= 0) {
            if (next == '\n') {
                take(bytes, tooLong);
                bytes.reset();
                tooLong = false;
                line++;
            } else if (bytes.size() < LONGEST_LINE) {
                bytes.write(next);
            } else {
                tooLong = true;
            }
            next = in.read();
        }
        take(bytes, tooLong);
    }

    private void take(ByteArrayOutputStream bytes, boolean tooLong) {
        String text = bytes.toString(UTF_8);
        if (text.isBlank()) {
            return;
        }
        if (tooLong) {
            rejections.accept(new Rejection(name, line, "longer than " + LONGEST_LINE + " bytes", text));
            return;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            facts.accept(fact(bytes.toByteArray()));
        } catch (MalformedMessageException e) {
            rejections.accept(new Rejection(name, line, String.valueOf(e.getMessage()), text));
        } catch (CharacterCodingException e) {
            rejections.accept(new Rejection(name, line, "not UTF-8", text));
        }
    }

    private Message fact(byte[] json) {
        JsonNode tree = Json.tree(json);
        return tree.has("occurred") || tree.has("kind") || tree.has("title")
                ? policies.read(json)
                : indicators.read(json);
    }
}
