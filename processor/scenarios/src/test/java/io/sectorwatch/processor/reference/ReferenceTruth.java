package io.sectorwatch.processor.reference;

/** Whether a comparison holds, of figures that may be bounds. */
enum ReferenceTruth {
    TRUE,
    FALSE,
    POSSIBLE;

    ReferenceTruth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case POSSIBLE -> POSSIBLE;
        };
    }
}
