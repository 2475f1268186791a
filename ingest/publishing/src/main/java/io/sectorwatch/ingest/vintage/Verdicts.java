package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import java.io.IOException;

/** Takes what comes out of comparing releases with what is known. */
interface Verdicts {
    /** For whom it makes no difference. */
    Verdicts NONE = new Verdicts() {
        @Override
        public void speaks(Release release) {}

        @Override
        public void publish(Release release, Change change, Message fact) {}

        @Override
        public void outranked(Release release, Outranked one) {}

        @Override
        public void isVoid(Release release, Message fact) {}

        @Override
        public void unchanged(Release release) {}

        @Override
        public void late(Release release) {}

        @Override
        public void contradicted(Statement lesser, Statement greater) {}
    };

    /** A release has figures of one more series, or one more policy event. */
    void speaks(Release release);

    /** A fact that is to be published with a release. */
    void publish(Release release, Change change, Message fact) throws IOException;

    /** A fact that is to be published with a release, and that another one of its moment outranks. */
    void outranked(Release release, Outranked one) throws IOException;

    /** A release says what is void, and it stays so. */
    void isVoid(Release release, Message fact);

    /** A release repeats what is known. */
    void unchanged(Release release);

    /** A release adds something to what had been known of a later time. */
    void late(Release release);

    /** A release says two things of the same; the lesser in the order of vintages would never be current. */
    void contradicted(Statement lesser, Statement greater);
}
