package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An index that is built beside the one in use and takes its place in one step. Every method may be repeated. */
@Component
public class IndexBuild {
    /** Nobody searches it while it is built; making everything visible four times a second would take half the time. */
    private static final String NEVER = "-1";

    private final ElasticsearchClient elasticsearch;
    private final IndexCalls calls;
    private final IndexSettings settings;
    private final IndexSetup setup;

    IndexBuild(PatientClient client, IndexCalls calls, IndexSettings settings, IndexSetup setup) {
        this.elasticsearch = client.elasticsearch();
        this.calls = calls;
        this.settings = settings;
        this.setup = setup;
    }

    /** From here on every write goes to it too. */
    public void begin(SearchIndex index) {
        if (behind(settings.next(index)).isEmpty()) {
            int latest = versions(index).stream()
                    .mapToInt(name -> settings.number(index, name))
                    .max()
                    .orElse(0);
            setup.create(index, settings.version(index, latest + 1), settings.next(index), NEVER);
        }
    }

    /** Gives it up. */
    public void abandon(SearchIndex index) {
        behind(settings.next(index)).forEach(this::delete);
    }

    /** How many documents it holds, now that all of them are visible. */
    public long count(SearchIndex index) {
        String next = settings.next(index);
        calls.call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(next)));
        return calls.call(() -> elasticsearch.count(count -> count.index(next)).count());
    }

    /** What it holds under these ids. */
    public <T extends PlacedDocument> Map<String, T> read(SearchIndex index, Collection<String> ids, Class<T> type) {
        Map<String, T> found = new HashMap<>();
        calls
                .call(() -> elasticsearch.mget(
                        get -> get.index(settings.next(index)).ids(List.copyOf(ids)), type))
                .docs()
                .stream()
                .filter(MultiGetResponseItem::isResult)
                .map(MultiGetResponseItem::result)
                .filter(GetResult::found)
                .forEach(result -> {
                    T document = result.source();
                    if (document != null) {
                        found.put(result.id(), document);
                    }
                });
        return found;
    }

    /** It becomes the index in use, in one step for readers and writers; the old one stays until {@link #removeOld}. */
    public void takeOver(SearchIndex index) {
        Set<String> next = behind(settings.next(index));
        if (next.isEmpty()) {
            return;
        }
        setup.mark(settings.next(index));
        setup.refreshAsUsual(settings.next(index));
        List<Action> actions = new ArrayList<>();
        behind(settings.alias(index))
                .forEach(old ->
                        actions.add(Action.of(a -> a.remove(r -> r.index(old).alias(settings.alias(index))))));
        next.forEach(built -> {
            actions.add(Action.of(a ->
                    a.add(add -> add.index(built).alias(settings.alias(index)).isWriteIndex(true))));
            actions.add(Action.of(a -> a.remove(r -> r.index(built).alias(settings.next(index)))));
        });
        calls.call(() -> elasticsearch.indices().updateAliases(update -> update.actions(actions)));
    }

    /** Removes versions that are neither in use nor being built, provided that one is in use. */
    public void removeOld(SearchIndex index) {
        Set<String> used = behind(settings.alias(index));
        Set<String> built = behind(settings.next(index));
        if (!used.isEmpty()) {
            versions(index).stream()
                    .filter(name -> !used.contains(name) && !built.contains(name))
                    .forEach(this::delete);
        }
    }

    private void delete(String name) {
        calls.call(() ->
                elasticsearch.indices().delete(delete -> delete.index(name).ignoreUnavailable(true)));
    }

    private Set<String> versions(SearchIndex index) {
        return calls.call(() -> elasticsearch
                .indices()
                .get(get -> get.index(settings.everyVersion(index)))
                .result()
                .keySet());
    }

    private Set<String> behind(String alias) {
        boolean there = calls.call(() -> elasticsearch
                .indices()
                .existsAlias(exists -> exists.name(alias))
                .value());
        return there
                ? calls.call(() -> elasticsearch
                        .indices()
                        .getAlias(get -> get.name(alias))
                        .result()
                        .keySet())
                : Set.of();
    }
}
