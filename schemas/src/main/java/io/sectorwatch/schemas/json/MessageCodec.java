package io.sectorwatch.schemas.json;

/** The JSON form of one kind of message. */
public interface MessageCodec<T> {
    /** Reads and checks; throws {@link io.sectorwatch.schemas.message.MalformedMessageException} with the reason. */
    T read(byte[] json);

    /** The canonical form: the same message always has the same bytes. */
    byte[] write(T message);
}
