package io.sectorwatch.processor.scenario;

import java.util.List;

/** A scenario file that cannot be used; the message has a line for each mistake: file, line, column and what is wrong. */
public final class ScenarioFileException extends Exception {
    private static final long serialVersionUID = 1;

    ScenarioFileException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }

    ScenarioFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
