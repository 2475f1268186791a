package io.sectorwatch.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What instances left open that were killed or are cut off. Until it ends, nobody goes on with their partitions, and nobody
 * reads what was decided after it. The brokers give it up when its time is over; whoever takes over need not wait for that.
 */
final class LeftTransactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeftTransactions.class);
    private static final long PATIENCE_SECONDS = 20;

    private final ProcessorSettings settings;
    private final TransactionalIds ids;
    // One look after the one that is under way sees all that was asked for in between.
    private final ExecutorService work = new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), LeftTransactions::thread, new DiscardPolicy());
    private final Set<String> seen = new TreeSet<>();

    LeftTransactions(ProcessorSettings settings) {
        this.settings = settings;
        this.ids = new TransactionalIds(settings.applicationId());
    }

    /** Soon ends those of who is no member of the group any more; to be called when the work is shared out anew. */
    void end() {
        work.execute(this::look);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "left-transactions");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        try (Admin admin = Admin.create(settings.clientConfig())) {
            // Before the members: whoever opens one later may be a member that comes later, too.
            List<String> open = open(admin);
            List<String> now = new ArrayList<>();
            for (MemberDescription member : members(admin)) {
                Optional<String> id = ids.of(member);
                if (id.isEmpty()) {
                    // Any transaction may be its.
                    return;
                }
                now.add(id.get());
            }
            seen.addAll(now);
            Set<String> left = ids.left(open, seen, Set.copyOf(now));
            if (!left.isEmpty()) {
                LOG.info("Ending what instances left open that are gone: {}", left);
                admin.fenceProducers(left).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("What other instances may have left open is left to the brokers: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Iterable<MemberDescription> members(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin.describeConsumerGroups(List.of(settings.applicationId()))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next()
                .members();
    }

    private static List<String> open(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
