package io.sectorwatch.processor.serde;

import io.sectorwatch.schemas.json.MessageCodec;
import java.util.function.Supplier;

/** A codec for each thread: Kafka Streams shares one deserializer among all of them. */
public final class ThreadCodec<T> implements MessageCodec<T> {
    private final ThreadLocal<MessageCodec<T>> codecs;

    public ThreadCodec(Supplier<MessageCodec<T>> codecs) {
        this.codecs = ThreadLocal.withInitial(codecs);
    }

    @Override
    public T read(byte[] json) {
        return codecs.get().read(json);
    }

    @Override
    public byte[] write(T message) {
        return codecs.get().write(message);
    }
}
