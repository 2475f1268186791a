package io.sectorwatch.application.server;

import io.sectorwatch.application.advice.TypedCommand;
import java.util.List;
import java.util.stream.Collectors;

/** The Kafka server cannot be used; the message tells a person why. */
public final class ServerException extends RuntimeException {
    private static final int SHOWN = 5;

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

    /** For rights that the user does not have. */
    static ServerException lacking(List<Right> rights, Server server) {
        String words = rights.stream().limit(SHOWN).map(Right::words).collect(Collectors.joining(", nor "));
        int more = rights.size() - SHOWN;
        return new ServerException("this user may not " + words + " at " + server.address()
                + (more > 0 ? ", and " + more + " rights more are missing" : "")
                + ": 'kafka-acls --add --allow-principal User:NAME "
                + rights.get(0).options() + "' gives "
                + (rights.size() == 1 ? "the right" : "the first of these rights")
                + ", and docs/security.md lists all that each command needs");
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
