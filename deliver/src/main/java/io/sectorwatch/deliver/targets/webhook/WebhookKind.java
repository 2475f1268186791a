package io.sectorwatch.deliver.targets.webhook;

import io.sectorwatch.deliver.field.TargetFields;
import io.sectorwatch.deliver.http.HttpSettings;
import io.sectorwatch.deliver.targets.TargetKind;
import io.sectorwatch.deliver.targets.webhook.WebhookPlan.Form;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Anything that takes HTTP requests. */
public final class WebhookKind implements TargetKind {
    private static final int LARGEST_BATCH = 1000;
    private static final URI NOWHERE = URI.create("http://127.0.0.1/");
    private static final String STRUCTURED = "structured";

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean choosesTransitions() {
        return true;
    }

    @Override
    public TargetPlan read(TargetFields fields) {
        URI url = fields.address("url");
        boolean isStructured =
                fields.choice("mode", "binary", "binary", STRUCTURED).equals(STRUCTURED);
        int batch = fields.has("batch") ? fields.count("batch", 1, LARGEST_BATCH) : 0;
        boolean isChat = fields.has("template");
        if (isChat) {
            fields.choice("template", "slack", "slack");
        }
        if (isChat && batch > 0) {
            fields.wrong("batch", "is for events, and a template is for one message: leave one of them out");
        }
        if (isChat && fields.has("mode")) {
            fields.wrong("mode", "is for events, and a template is none: leave one of them out");
        }
        if (batch > 0 && fields.has("mode") && !isStructured) {
            fields.wrong("mode", "is binary, and a batch never is: leave it out");
        }
        Form form = isChat ? Form.SLACK : batch > 0 ? Form.BATCHED : isStructured ? Form.STRUCTURED : Form.BINARY;
        Signature signature = signature(fields);
        HttpSettings http = HttpSettings.read(fields);
        fields.noOthers();
        return new WebhookPlan(Objects.requireNonNullElse(url, NOWHERE), form, batch, signature, http);
    }

    private static @Nullable Signature signature(TargetFields fields) {
        String secret = fields.secret("secret");
        if (secret == null || secret.isEmpty()) {
            return null;
        }
        try {
            return Signature.with(secret);
        } catch (IllegalArgumentException e) {
            fields.wrong("secret", "cannot be used: " + e.getMessage());
            return null;
        }
    }
}
