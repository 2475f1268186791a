package io.sectorwatch.ingest.web;

import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the failures of a transfer mean to a person. */
final class TransferFailures {
    private static final Duration NOT_ASKED = Duration.ZERO;

    static WebException tooLarge(long limit) {
        return new WebException("is larger than " + (limit >> 20) + " MB, the most that is taken: ask for less", null);
    }

    static WebException unwritable(IOException cause) {
        return new WebException(
                "cannot be kept: the temporary files in " + TemporaryDirectory.standard() + " cannot be used ("
                        + cause.getMessage() + ")",
                cause);
    }

    /** Closes a temporary file that is not wanted any more. */
    static void close(Closeable file) throws WebException {
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    static PassingException late(String what, Duration limit) {
        return new PassingException(what + " for " + seconds(limit), NOT_ASKED, null);
    }

    /** A failure of the connection. One that cannot pass is a WebException. */
    static PassingException failed(Throwable cause, Limits limits) throws WebException {
        if (cause instanceof WebException ours) {
            throw ours;
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return late("its server takes no connection", limits.connect());
        }
        if (isCausedBy(cause, UnresolvedAddressException.class)) {
            return new PassingException("its server is unknown: is the name right?", NOT_ASKED, cause);
        }
        if (cause instanceof ConnectException) {
            return new PassingException("its server takes no connection", NOT_ASKED, cause);
        }
        if (cause instanceof SSLException) {
            throw new WebException("its server cannot be trusted (" + cause.getMessage() + ")", cause);
        }
        if (cause instanceof IOException) {
            return new PassingException("was cut off (" + cause.getMessage() + ")", NOT_ASKED, cause);
        }
        throw new WebException("cannot be asked (" + cause + ")", cause);
    }

    static String seconds(Duration time) {
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        long seconds = time.toSeconds();
        return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    private static boolean isCausedBy(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private TransferFailures() {}
}
