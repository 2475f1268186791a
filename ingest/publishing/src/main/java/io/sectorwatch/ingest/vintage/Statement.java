package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;

/**
 * What a release says in one row.
 *
 * @param fact an observation or a policy event
 * @param file number of the file it stands in
 */
record Statement(Release release, Message fact, int file, long line) {}
