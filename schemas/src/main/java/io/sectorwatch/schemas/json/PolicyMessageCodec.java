package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.PolicyMessage;

/** What the topic of policies carries. */
public final class PolicyMessageCodec implements MessageCodec<PolicyMessage> {
    @Override
    public PolicyMessage read(byte[] json) {
        Json.requireFitting(json);
        JsonNode tree = Json.tree(json);
        boolean about = (tree.has("release") || tree.has("fact")) && !tree.has("id");
        return about ? AboutFactsCodec.read(tree) : PolicyCodec.read(tree);
    }

    @Override
    public byte[] write(PolicyMessage message) {
        return message instanceof AboutFacts about
                ? AboutFactsCodec.bytes(about)
                : new PolicyCodec().write((PolicyEvent) message);
    }
}
