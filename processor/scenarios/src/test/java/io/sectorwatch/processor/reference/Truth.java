package io.sectorwatch.processor.reference;

/** Whether a comparison holds, of figures that may be bounds. */
enum Truth {
    TRUE,
    FALSE,
    POSSIBLE;

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case POSSIBLE -> POSSIBLE;
        };
    }
}
