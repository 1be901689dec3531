package org.linli.geosearch.cells;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.cells.Grid.CellId;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;

/**
 * One cell at one moment; never changes. While it is being read, what arrives is kept aside too and applied to what was
 * read: so nothing that happens during the reading is lost. The higher version wins, as in the index.
 */
public final class Cell {
    /** A reading under way and what arrived since it began. */
    private record Reading(Object token, Map<String, Versioned<? extends PlacedDocument>> arrived) {}

    private final CellId id;
    private final @Nullable Map<String, Versioned<? extends PlacedDocument>> documents;
    private final List<Block<OfferDocument>> offers;
    private final List<Block<MerchantDocument>> merchants;
    private final long readAtNanos;
    private final @Nullable Reading reading;

    private Cell(
            CellId id,
            @Nullable Map<String, Versioned<? extends PlacedDocument>> documents,
            long readAtNanos,
            @Nullable Reading reading) {
        this.id = id;
        this.documents = documents;
        this.readAtNanos = readAtNanos;
        this.reading = reading;
        this.offers = blocks(documents, OfferDocument.class);
        this.merchants = blocks(documents, MerchantDocument.class);
    }

    /** Nothing is known yet. */
    static Cell unread(CellId id) {
        return new Cell(id, null, 0, null);
    }

    boolean isRead() {
        return documents != null;
    }

    boolean isBeingRead() {
        return reading != null;
    }

    boolean isReadBy(Object token) {
        return reading != null && reading.token == token;
    }

    long ageNanos(long nowNanos) {
        return nowNanos - readAtNanos;
    }

    int weight() {
        return 1 + (documents == null ? 0 : documents.size());
    }

    List<Block<OfferDocument>> offers() {
        return offers;
    }

    List<Block<MerchantDocument>> merchants() {
        return merchants;
    }

    Cell beingRead(Object token) {
        return new Cell(id, documents, readAtNanos, new Reading(token, Map.of()));
    }

    /** What was read together with what arrived meanwhile; unchanged when another reading has begun. */
    Cell read(Object token, Collection<Versioned<? extends PlacedDocument>> found, long startedNanos) {
        if (reading == null || reading.token != token) {
            return this; // forgotten meanwhile, or begun again
        }
        Map<String, Versioned<? extends PlacedDocument>> all = new HashMap<>();
        found.forEach(change -> keepNewer(all, change));
        reading.arrived.values().forEach(change -> keepNewer(all, change));
        all.values().removeIf(change -> !belongs(change.document()));
        return new Cell(id, all, startedNanos, null);
    }

    /** The reading failed; what was known before stays. Null when that is nothing. */
    @Nullable Cell notRead(Object token) {
        if (reading == null || reading.token != token) {
            return this;
        }
        return documents == null ? null : new Cell(id, documents, readAtNanos, null);
    }

    /** @param changes of this place or of others: what moved away is not here any more */
    Cell with(List<Versioned<? extends PlacedDocument>> changes) {
        if (reading == null && changes.stream().map(Versioned::document).noneMatch(this::concerns)) {
            return this;
        }
        Reading on = reading;
        if (on != null) {
            Map<String, Versioned<? extends PlacedDocument>> arrived = new HashMap<>(on.arrived);
            changes.forEach(change -> keepNewer(arrived, change));
            on = new Reading(on.token, arrived);
        }
        Map<String, Versioned<? extends PlacedDocument>> changed = documents;
        if (changed != null) {
            changed = new HashMap<>(changed);
            for (Versioned<? extends PlacedDocument> change : changes) {
                keepNewer(changed, change);
            }
            changed.values().removeIf(change -> !belongs(change.document()));
        }
        return new Cell(id, changed, readAtNanos, on);
    }

    private boolean concerns(PlacedDocument document) {
        return belongs(document) || documents != null && documents.containsKey(key(document));
    }

    private static void keepNewer(
            Map<String, Versioned<? extends PlacedDocument>> into, Versioned<? extends PlacedDocument> change) {
        into.merge(key(change.document()), change, (is, comes) -> comes.version() >= is.version() ? comes : is);
    }

    private static String key(PlacedDocument document) {
        return (document instanceof OfferDocument ? "o" : "m") + document.id();
    }

    private boolean belongs(PlacedDocument document) {
        boolean live = document instanceof OfferDocument offer
                ? offer.mayBeSeenBySomebody()
                : document instanceof MerchantDocument merchant && merchant.live();
        return live && Grid.cellOf(document.location().point()).equals(id);
    }

    private static <T extends PlacedDocument> List<Block<T>> blocks(
            @Nullable Map<String, Versioned<? extends PlacedDocument>> documents, Class<T> type) {
        Stream<PlacedDocument> all =
                documents == null ? Stream.empty() : documents.values().stream().map(Versioned::document);
        return Block.of(all.filter(type::isInstance).map(type::cast));
    }
}
