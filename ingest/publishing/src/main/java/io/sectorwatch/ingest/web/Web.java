package io.sectorwatch.ingest.web;

import java.nio.file.Path;
import java.util.Optional;

/** Brings what stands at addresses, all pages of it, into temporary files: whole or not at all. Not thread-safe. */
public final class Web {
    private final Attempts attempts;
    private final Pages pages;
    private final String accept;

    /**
     * Asks with an {@link Accept} header.
     *
     * @param temporary a directory for what is brought
     */
    public Web(String accept, Limits limits, Backoff backoff, Pace pace, Path temporary, WebListener listener) {
        this.attempts = new Attempts(limits, backoff, pace, temporary, listener);
        this.pages = new Pages(temporary, limits.bytes());
        this.accept = accept;
    }

    /**
     * What stands there now, for the caller to close; empty if it is still the version that is known.
     *
     * @param known what the server called it; NONE to have it in any case
     */
    public Optional<Download> get(Address address, Validators known) throws WebException {
        if (!WorldBankApi.isAt(address)) {
            return attempts.get(FredApi.complete(address, System::getenv), accept, known);
        }
        Optional<Download> first = attempts.get(WorldBankApi.page(address, 1), accept, known);
        return first.isEmpty() ? first : Optional.of(pages.whole(first.get(), number -> page(address, number)));
    }

    private Download page(Address address, int number) throws WebException {
        return attempts.get(WorldBankApi.page(address, number), accept, Validators.NONE)
                .orElseThrow();
    }
}
