package io.sectorwatch.deliver.targets.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An attribute of an event as a header of HTTP may hold it. */
final class HeaderValue {
    /** Percent-encodes what CloudEvents over HTTP does not allow as it is. */
    static String of(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            int c = one & 0xff;
            if (c <= ' ' || c > '~' || c == '"' || c == '%') {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            } else {
                encoded.append((char) c);
            }
        }
        return encoded.toString();
    }

    private HeaderValue() {}
}
