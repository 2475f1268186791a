package io.sectorwatch.ingest.web;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.temporary.NamelessFile;
import io.sectorwatch.ingest.unpack.UnpackLimits;
import io.sectorwatch.ingest.unpack.Unpacking;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks until there is an answer: at a polite pace, elsewhere where a server says so, again where that may help. */
final class Attempts {
    private static final Map<String, String> ALWAYS = Map.of(
            "User-Agent", "Sectorwatch (statistics and policy monitor)",
            "Accept-Encoding", "gzip");

    private static final String NONE_MATCH = "If-None-Match";
    private static final String MODIFIED_SINCE = "If-Modified-Since";

    private final Exchange exchange;
    private final Limits limits;
    private final Backoff backoff;
    private final Pace pace;
    private final Path temporary;
    private final WebListener listener;

    Attempts(Limits limits, Backoff backoff, Pace pace, Path temporary, WebListener listener) {
        this.exchange = new Exchange(limits, temporary, listener);
        this.limits = limits;
        this.backoff = backoff;
        this.pace = pace;
        this.temporary = temporary;
        this.listener = listener;
    }

    /** The whole of what stands at an address; empty if there is no other version than the known one. */
    Optional<Download> get(Address address, String accept, Validators known) throws WebException {
        Map<String, String> headers = headers(accept, known);
        Duration waited = Duration.ZERO;
        for (int failed = 1; ; failed++) {
            try {
                try {
                    return once(address, headers);
                } catch (PassingException e) {
                    Optional<Duration> wait = backoff.next(failed, waited, e.asked());
                    if (wait.isEmpty()) {
                        throw givenUp(failed, e);
                    }
                    listener.again(address, String.valueOf(e.getMessage()), wait.get());
                    pace.sleep(wait.get());
                    waited = waited.plus(wait.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WebException("was not waited for, since the work was stopped", e);
            }
        }
    }

    private WebException givenUp(int failed, PassingException e) {
        boolean isAsked = !e.asked().isZero();
        return new WebException(
                e.getMessage()
                        + (failed == 1 ? "" : ", " + failed + " times")
                        + (isAsked
                                ? "; the server asks to be left alone for " + TransferFailures.seconds(e.asked())
                                : ""),
                isAsked ? pace.now().plus(e.asked()) : null,
                e);
    }

    private static Map<String, String> headers(String accept, Validators known) {
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.put("Accept", accept);
        if (known.etag() != null) {
            headers.put(NONE_MATCH, known.etag());
        }
        if (known.lastModified() != null) {
            headers.put(MODIFIED_SINCE, known.lastModified());
        }
        return headers;
    }

    private Optional<Download> once(Address address, Map<String, String> headers)
            throws PassingException, WebException, InterruptedException {
        Address at = address;
        for (int redirects = 0; redirects <= Limits.MOST_REDIRECTS; redirects++) {
            pace.await(at.host());
            Exchange.Answer answer = exchange.run(at, headers);
            switch (Status.of(answer.status())) {
                case GIVEN -> {
                    if (PageLinks.nameOthers(answer.headers())) {
                        TransferFailures.close(answer.file());
                        throw new WebException(
                                "is one page of several, as its Link header says, and what stands on the others would look"
                                        + " withdrawn: ask for all of it at once, with a larger page, or bring the pages and"
                                        + " give the files together",
                                null);
                    }
                    return Optional.of(new Download(decoded(answer), Validators.of(answer.headers())));
                }
                case UNCHANGED -> {
                    TransferFailures.close(answer.file());
                    if (!isConditional(headers)) {
                        throw new WebException("is said to be unchanged (status 304), and nobody asked", null);
                    }
                    return Optional.empty();
                }
                case ELSEWHERE -> {
                    TransferFailures.close(answer.file());
                    at = elsewhere(at, answer);
                }
                case BUSY -> {
                    TransferFailures.close(answer.file());
                    throw new PassingException(Status.words(answer.status()), asked(answer.headers()), null);
                }
                case REFUSED -> {
                    TransferFailures.close(answer.file());
                    throw new WebException(Status.words(answer.status()), null);
                }
            }
        }
        throw new WebException(
                "was redirected more than " + Limits.MOST_REDIRECTS + " times, at last to " + at
                        + ": the server leads in a circle",
                null);
    }

    private static boolean isConditional(Map<String, String> headers) {
        return headers.containsKey(NONE_MATCH) || headers.containsKey(MODIFIED_SINCE);
    }

    private Duration asked(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .flatMap(text -> RetryAfter.parse(text, pace.now()))
                .orElse(Duration.ZERO);
    }

    private static Address elsewhere(Address at, Exchange.Answer answer) throws WebException {
        String location = answer.headers().firstValue("Location").orElse(null);
        if (location == null) {
            throw new WebException(Status.words(answer.status()) + ", a redirect to nowhere", null);
        }
        try {
            return at.redirected(location);
        } catch (IllegalArgumentException e) {
            throw new WebException("is redirected, which is not followed: " + e.getMessage(), e);
        }
    }

    private FileChannel decoded(Exchange.Answer answer) throws PassingException, WebException {
        String coding = answer.headers()
                .firstValue("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity", "" -> answer.file();
            case "gzip", "x-gzip" -> unpacked(answer.file());
            default -> {
                TransferFailures.close(answer.file());
                throw new WebException("came in the coding '" + coding + "', which nobody asked for", null);
            }
        };
    }

    private FileChannel unpacked(FileChannel packed) throws PassingException, WebException {
        FileChannel plain;
        try {
            plain = NamelessFile.open(temporary);
        } catch (IOException e) {
            TransferFailures.close(packed);
            throw TransferFailures.unwritable(e);
        }
        boolean isWhole = false;
        try (Download download = new Download(packed, Validators.NONE)) {
            OutputStream out = Channels.newOutputStream(plain);
            Unpacking.gunzip(download.open(), new UnpackLimits(limits.bytes(), UnpackLimits.USUAL.ratio()), out);
            isWhole = true;
            return plain;
        } catch (UnreadableException e) {
            throw new PassingException("came damaged: " + e.getMessage(), Duration.ZERO, e);
        } catch (IOException e) {
            throw TransferFailures.unwritable(e);
        } finally {
            if (!isWhole) {
                TransferFailures.close(plain);
            }
        }
    }
}
