package io.sectorwatch.processor.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a heap store for each task, with a changelog and without a cache. */
public final class HeapStoreBuilder<S extends HeapStore> implements StoreBuilder<S> {
    private final String name;
    private final Supplier<S> stores;
    private final Map<String, String> changelogConfig;

    /** The changelog keeps one record for a key, of whatever knowledge time. */
    public HeapStoreBuilder(String name, Supplier<S> stores, Map<String, String> changelogConfig) {
        this.name = name;
        this.stores = stores;
        this.changelogConfig = new HashMap<>(changelogConfig);
    }

    @Override
    public StoreBuilder<S> withCachingEnabled() {
        throw new UnsupportedOperationException("a heap store is its own cache");
    }

    @Override
    public StoreBuilder<S> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        changelogConfig.putAll(config);
        return this;
    }

    @Override
    public StoreBuilder<S> withLoggingDisabled() {
        throw new UnsupportedOperationException("a heap store is nothing without its changelog");
    }

    @Override
    public S build() {
        return stores.get();
    }

    @Override
    public Map<String, String> logConfig() {
        return changelogConfig;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
