package io.sectorwatch.processor.state;

import java.util.function.BiConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorContextUtils;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * State that lives as objects on the heap and is logged to its changelog when the task commits, in the same transaction
 * as the offsets and the output: what changed a thousand times since the last commit is written once.
 *
 * <p>The public API has no hook before a commit, so this class takes the one of the record caches; it alone touches
 * classes of Kafka Streams that are not public. What it takes for granted of them is tested by HeapStoreTest and HeapStoreIT.
 */
public abstract class HeapStore implements StateStore, CachedStateStore<Bytes, byte[]> {
    private final String name;
    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable Runnable beforeCommit;
    private boolean open;

    protected HeapStore(String name) {
        this.name = name;
    }

    /** Takes back an entry from the changelog, where newer entries of a key come after older ones. */
    protected abstract void restore(byte[] key, byte @Nullable [] value);

    /** Hands on every entry changed since the last time. */
    public abstract void drain(BiConsumer<byte[], byte @Nullable []> log);

    /**
     * A processor has had it and has it no more: from now on entries that others write are taken back, until a processor
     * has it again.
     */
    protected abstract void standBy();

    /** Forgets everything. */
    protected abstract void clear();

    /** What the processor being initialised does before each commit; it may forward. */
    public void beforeCommit(Runnable action) {
        InternalProcessorContext<?, ?> now = initialized();
        ProcessorNode<?, ?, ?, ?> node = now.currentNode();
        beforeCommit = () -> {
            ProcessorNode<?, ?, ?, ?> nodeBefore = now.currentNode();
            ProcessorRecordContext recordBefore = now.recordContext();
            now.setCurrentNode(node);
            now.setRecordContext(new ProcessorRecordContext(streamTime(now), -1L, -1, null, new RecordHeaders()));
            try {
                action.run();
            } finally {
                now.setCurrentNode(nodeBefore);
                now.setRecordContext(recordBefore);
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        context = ProcessorContextUtils.asInternalProcessorContext(stateStoreContext);
        stateStoreContext.register(root, this::restore);
        open = true;
    }

    @Override
    public void flushCache() {
        if (beforeCommit != null) {
            beforeCommit.run();
        }
        InternalProcessorContext<?, ?> now = initialized();
        long time = streamTime(now);
        drain((key, value) ->
                now.logChange(name, Bytes.wrap(key), value, time, new RecordHeaders(), Position.emptyPosition()));
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    // When a task becomes a standby, or a standby a task, its store goes on with all that it holds.
    @Override
    public void clearCache() {
        if (beforeCommit != null) {
            beforeCommit = null;
            standBy();
        }
    }

    @Override
    public void close() {
        open = false;
        beforeCommit = null;
        clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private InternalProcessorContext<?, ?> initialized() {
        if (context == null) {
            throw new IllegalStateException("store " + name + " is not initialised");
        }
        return context;
    }

    private static long streamTime(InternalProcessorContext<?, ?> context) {
        return Math.max(0, context.currentStreamTimeMs());
    }
}
