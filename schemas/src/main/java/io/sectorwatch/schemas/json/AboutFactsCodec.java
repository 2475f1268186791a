package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import java.util.Set;

/** What is said about facts, told by its fields. */
public final class AboutFactsCodec implements MessageCodec<AboutFacts> {
    /** The fields of it that an observation does not have. */
    static final Set<String> FIELDS = Set.of("release", "title", "counts", "fact", "state", "because", "at");

    @Override
    public AboutFacts read(byte[] json) {
        Json.requireFitting(json);
        return read(Json.tree(json));
    }

    @Override
    public byte[] write(AboutFacts message) {
        return bytes(message);
    }

    static AboutFacts read(JsonNode json) {
        boolean correction = json.has("fact") || json.has("state") || json.has("because") || json.has("at");
        return correction && !json.has("release") ? CorrectionJson.read(json) : ClosedReleaseJson.read(json);
    }

    static byte[] bytes(AboutFacts message) {
        return message instanceof ClosedRelease release
                ? ClosedReleaseJson.bytes(release, true)
                : CorrectionJson.bytes((Correction) message);
    }

    /** What makes it what it is: all but where in the publication a release stands. */
    public static byte[] identity(AboutFacts message) {
        return message instanceof ClosedRelease release ? ClosedReleaseJson.bytes(release, false) : bytes(message);
    }
}
