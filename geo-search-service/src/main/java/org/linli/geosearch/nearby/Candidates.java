package org.linli.geosearch.nearby;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.cells.Block;
import org.linli.geosearch.cells.Cells;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.GuardedSearch;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.RoughPosition;
import org.linli.geosearch.index.SearchIndex;
import org.springframework.stereotype.Component;

/** Finds the first documents in exact order: in the cells when they know, otherwise in the index. */
@Component
class Candidates {
    private final IndexReader index;
    private final Cells cells;
    private final GuardedSearch guard;
    private final Reach reach;

    Candidates(IndexReader index, Cells cells, GuardedSearch guard, Reach reach) {
        this.index = index;
        this.cells = cells;
        this.guard = guard;
        this.reach = reach;
    }

    /** A kind of document and where it is. */
    record Source<T extends PlacedDocument>(
            SearchIndex index, Class<T> type, java.util.function.Function<Cells.Contents, List<Block<T>>> inCells) {
        static final Source<OfferDocument> OFFERS =
                new Source<>(SearchIndex.OFFERS, OfferDocument.class, Cells.Contents::offers);
        static final Source<MerchantDocument> MERCHANTS =
                new Source<>(SearchIndex.MERCHANTS, MerchantDocument.class, Cells.Contents::merchants);
    }

    /** What memory knows of the place; null when the index is to be asked. Words only the index can find. */
    Cells.@Nullable Contents known(Criteria criteria) {
        return criteria.keywords() != null
                ? null
                : cells.covering(criteria.within(), !guard.isAnswering()).orElse(null);
    }

    boolean isIndexAway() {
        return !guard.isAnswering();
    }

    /** @param after exclusive; null = from the first */
    <T extends PlacedDocument> List<Ranked<T>> first(
            IndexReader.Request<T> request,
            Source<T> source,
            Cells.@Nullable Contents known,
            int wanted,
            @Nullable ExactPosition after) {
        Criteria criteria = request.criteria();
        if (known != null) {
            return new MemoryOrder<T>(criteria, request.ranking(), request.origin(), wanted, after)
                    .first(source.inCells().apply(known));
        }
        Reach.Guess<T> guess = reach.guess(request, wanted, after).orElse(null);
        if (guess != null) {
            List<Ranked<T>> near = read(guess.narrowed(), wanted, after);
            if (Reach.isSure(guess, near, wanted)) {
                return noted(request, near, wanted, after);
            }
        }
        return noted(request, read(request, wanted, after), wanted, after);
    }

    private <T extends PlacedDocument> List<Ranked<T>> noted(
            IndexReader.Request<T> request, List<Ranked<T>> found, int wanted, @Nullable ExactPosition after) {
        if (after == null) {
            reach.note(request, found, wanted);
        }
        return found;
    }

    private <T extends PlacedDocument> List<Ranked<T>> read(
            IndexReader.Request<T> request, int wanted, @Nullable ExactPosition after) {
        ExactOrder<T> order = new ExactOrder<>(
                new ExactOrder.Source<T>() {
                    @Override
                    public List<Hit<T>> read(@Nullable RoughPosition from, int size) {
                        return index.read(request, from, size);
                    }

                    @Override
                    public List<Hit<T>> readOnce(@Nullable RoughPosition from, int size) {
                        return index.readOnce(request, from, size);
                    }
                },
                document -> request.origin().metersTo(document.location().point()),
                request.criteria()::contains,
                request.ranking() == Ranking.DISTANCE ? request.farthest() : Double.POSITIVE_INFINITY);
        return order.first(wanted, after);
    }
}
