package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.message.MalformedMessageException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what was refused to the dead letters and goes on. Anything else that goes wrong is a defect that may have left
 * the state half changed: the task fails, and begins again from its last commit.
 */
public final class RefusedGoesToDeadLetters extends LogAndContinueProcessingExceptionHandler {
    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return exception instanceof MalformedMessageException
                ? super.handleError(context, record, exception)
                : Response.fail();
    }
}
