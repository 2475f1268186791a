package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.series.Codes;

/** Corrections. */
final class CorrectionJson {
    private static final int LONGEST_REASON = 1_000;

    static Correction read(JsonNode json) {
        Fields fields = Fields.of(json);
        Correction correction = new Correction(
                fields.parsed("fact", Codes::fact),
                fields.parsed("state", CorrectionJson::state),
                fields.parsed("because", because -> Texts.line("because", because, LONGEST_REASON)),
                fields.parsed("at", Instants::parse));
        fields.noOthers();
        return correction;
    }

    static byte[] bytes(Correction correction) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("fact", correction.fact());
            json.writeStringField("state", correction.state().code());
            json.writeStringField("because", correction.because());
            json.writeStringField("at", correction.at().toString());
            json.writeEndObject();
        });
    }

    private static State state(String code) {
        for (State state : State.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("state '" + code + "' is none of void, valid");
    }

    private CorrectionJson() {}
}
