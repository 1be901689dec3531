package org.linli.geosearch.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;
import org.linli.geosearch.cells.Cells;
import org.linli.geosearch.index.Circle;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Keeps this instance's cells right: every instance reads every event, on one thread, beside the listeners that share
 * the work of indexing. It stores what it reads, which changes nothing where the others were faster, and so never shows
 * a cell something older than the event it holds. It begins where the shared listeners have committed: whatever lies
 * before is stored, and a cell that is read from then on has it.
 */
@Component
@ConditionalOnProperty(name = "linli.cells.enabled", matchIfMissing = true)
class CellFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CellFeed.class);
    private static final int PAGE = 500;
    private static final long RETRY_MILLIS = 500;
    private static final String FETCHED_BYTES = "200000";
    private static final String FETCH_WAIT_MILLIS = "150";

    private final Storing storing;
    private final StoredCells stored;
    private final Views views;
    private final Cells cells;
    private final ListenerGroup group;
    private final KafkaMessageListenerContainer<Object, Object> container;
    private boolean behind;

    CellFeed(
            Storing storing,
            StoredCells stored,
            Views views,
            Cells cells,
            ListenerGroup group,
            ConsumerFactory<Object, Object> consumers) {
        this.storing = storing;
        this.stored = stored;
        this.views = views;
        this.cells = cells;
        this.group = group;
        this.container = new KafkaMessageListenerContainer<>(consumers, properties());
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        container.setBeanName("cell-feed");
    }

    private ContainerProperties properties() {
        ContainerProperties properties = new ContainerProperties(FollowedTopics.NAMES.toArray(String[]::new));
        properties.setGroupId(group.name() + "-cells-" + Ids.next());
        properties.setKafkaConsumerProperties(fewerRounds());
        // Nothing is ever committed: whoever starts begins anew.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                begin(consumer, partitions);
            }
        });
        properties.setMessageListener((BatchMessageListener<String, byte[]>) this::apply);
        return properties;
    }

    /** A rush of claims comes in a few large pieces; an offer waits for one no longer than people notice. */
    private static Properties fewerRounds() {
        Properties fewer = new Properties();
        fewer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCHED_BYTES);
        fewer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return fewer;
    }

    private synchronized void begin(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return; // the topics are not there yet
        }
        Map<TopicPartition, OffsetAndMetadata> committed;
        try {
            committed = group.committed();
        } catch (DependencyUnavailableException e) {
            log.warn("nobody tells what is stored already: the cells' feed begins at the beginning");
            committed = Map.of();
        }
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset.offset());
            }
        }
        follow();
    }

    private void follow() {
        cells.follow();
        behind = false;
        try {
            warmUp();
        } catch (RuntimeException e) {
            log.warn("cells are not warmed up: {}", e.toString());
        }
    }

    /** Most people stand near a branch. */
    private void warmUp() {
        for (List<BranchView> page = views.branches.page("", PAGE);
                !page.isEmpty();
                page = views.branches.page(page.get(page.size() - 1).id(), PAGE)) {
            page.stream()
                    .filter(BranchView::open)
                    .forEach(branch -> cells.warm(new Circle(branch.point(), branch.radiusMeters())));
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        Storing.Changes changes = new Storing.Changes();
        records.forEach(record -> add(record, changes));
        apply(changes);
    }

    /** One caller at a time: see {@link Cells#apply}. */
    synchronized void apply(Storing.Changes changes) {
        try {
            Storing.Touched touched = storing.store(changes);
            cells.apply(stored.touched(touched), !touched.merchantIds().isEmpty());
            if (behind) {
                follow();
            }
        } catch (RuntimeException e) {
            behind = true;
            cells.forget();
            throw e;
        }
    }

    /** What cannot be read goes to the dead letters where the work is shared. */
    private static void add(ConsumerRecord<String, byte[]> record, Storing.Changes changes) {
        try {
            if (record.value() != null) {
                EventEnvelope envelope = EventEnvelope.parse(record.value());
                envelope.data().ifPresent(event -> changes.add(event, envelope.sequence()));
            }
        } catch (MalformedEventException e) {
            // not ours to tell
        }
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
