package org.linli.loan.product;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The stored products. What the configuration says is written down when it is first met: from then on the store is
 * right, so that a later configuration changes no case that began before it. Read from memory for a moment.
 */
@Component
class ProductLines {
    private record Snapshot(Instant at, Map<String, ProductLine> lines) {}

    private static final int MOST = 200;

    private final AggregateStore<ProductLine> store;
    private final List<LoanProduct> configured;
    private final Duration readEvery;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Map.of());

    ProductLines(MongoOperations mongo, OutboxRelay relay, ProductSettings settings, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, ProductLine.class, ProductLine.COLLECTION);
        this.configured = List.copyOf(settings.products());
        this.readEvery = settings.productsReadEvery();
        this.clock = clock;
    }

    /** The configured ones in their order, then those that staff added. */
    List<ProductLine> all() {
        return List.copyOf(lines().values());
    }

    Optional<ProductLine> find(String code) {
        return Optional.ofNullable(lines().get(code));
    }

    /** Past the memory. */
    Optional<ProductLine> findFresh(String code) {
        return store.find(code);
    }

    private Map<String, ProductLine> lines() {
        Snapshot known = snapshot;
        if (known.at.isBefore(clock.instant().minus(readEvery))) {
            known = new Snapshot(clock.instant(), read());
            snapshot = known;
        }
        return known.lines;
    }

    private Map<String, ProductLine> read() {
        Map<String, ProductLine> stored = stored();
        List<LoanProduct> unseen = configured.stream()
                .filter(product -> !stored.containsKey(product.code()))
                .toList();
        if (!unseen.isEmpty()) {
            unseen.forEach(this::writeDown);
            stored.putAll(stored());
        }
        Map<String, ProductLine> ordered = new LinkedHashMap<>();
        configured.forEach(product -> ordered.put(product.code(), stored.get(product.code())));
        stored.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private Map<String, ProductLine> stored() {
        return store.find(new Query().with(Sort.by("_id")).limit(MOST)).stream()
                .collect(
                        Collectors.toMap(ProductLine::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private void writeDown(LoanProduct product) {
        insert(ProductLine.configured(product, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** False when somebody was faster. */
    private boolean insert(ProductLine line) {
        try {
            store.insert(line);
            return true;
        } catch (DuplicateKeyException writtenMeanwhile) {
            return false;
        }
    }

    /** Changes a product, a new one when {@code create} says so. */
    ProductChange change(String code, boolean create, Function<ProductLine, ProductChange> change) {
        lines();
        Optional<ProductChange> changed = store.change(code, change, ProductChange.Done.class::isInstance);
        if (changed.isEmpty() && create) {
            ProductLine fresh = new ProductLine(code, new ArrayList<>());
            ProductChange begun = change.apply(fresh);
            boolean lost = begun instanceof ProductChange.Done && !insert(fresh);
            changed = lost ? store.change(code, change, ProductChange.Done.class::isInstance) : Optional.of(begun);
        }
        snapshot = new Snapshot(Instant.MIN, Map.of());
        return changed.orElseGet(ProductChange.Absent::new);
    }
}
