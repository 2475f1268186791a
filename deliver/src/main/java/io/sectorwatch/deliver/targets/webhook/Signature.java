package io.sectorwatch.deliver.targets.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Standard Webhooks says. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    /** With a secret; throws IllegalArgumentException, which does not say it, for one that has not the right form. */
    static Signature with(String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not whsec_ and Base64");
        }
        if (key.length < LEAST || key.length > MOST) {
            throw new IllegalArgumentException(
                    "it has " + key.length + " bytes, and " + LEAST + " to " + MOST + " are wanted");
        }
        return new Signature(new SecretKeySpec(key, ALGORITHM));
    }

    /** The headers of a request. */
    Map<String, String> headers(String id, Instant time, byte[] body) {
        String timestamp = Long.toString(time.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(UTF_8));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
            return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", "v1," + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
