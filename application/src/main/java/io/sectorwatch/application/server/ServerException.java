package io.sectorwatch.application.server;

import io.sectorwatch.application.advice.TypedCommand;

/** The Kafka server cannot be used; the message tells a person why. */
public final class ServerException extends RuntimeException {
    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }

    public ServerException(String message) {
        super(message);
    }

    /** For a topic that has to be there. */
    public static ServerException noTopic(String topic, Server server) {
        return new ServerException("there is no topic " + topic + " at " + server.address() + ": '"
                + TypedCommand.of("topics") + "' creates it; is --prefix right?");
    }

    /** For a topic that is not the one that was there at the beginning. */
    public static ServerException madeAnew(String topic, Server server) {
        return new ServerException("the topic " + topic + " at " + server.address()
                + " was deleted and made anew: what was in it is gone, and '" + TypedCommand.of("topics")
                + "' says whether it is as it"
                + " must be; start again");
    }

    /** For a wait that was cut short. */
    public static ServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerException("interrupted", e);
    }
}
