package io.sectorwatch.ingest.web;

import java.io.IOException;

/** Pages do not make up one answer; the message says which. */
final class IncoherentPagesException extends IOException {
    private static final long serialVersionUID = 1L;

    IncoherentPagesException(String message) {
        super(message);
    }
}
