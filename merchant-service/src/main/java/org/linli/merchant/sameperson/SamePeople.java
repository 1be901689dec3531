package org.linli.merchant.sameperson;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Tells under which ids what belongs to a person is kept. */
@Service
public class SamePeople {
    static final String COLLECTION = "past_ids";

    private static final int MOST = 64;
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final MongoOperations mongo;
    private final Cache<String, Set<String>> recent = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    SamePeople(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param ids of those who directly became this person
     * @param survivor whom this person became
     */
    record Link(
            String id, @Nullable Set<String> ids, @Nullable String survivor) {}

    /** The person's own id first, then those that they had before; as they were known a moment ago. */
    public Set<String> idsOf(String personId) {
        return recent.get(personId, this::read);
    }

    private Set<String> read(String personId) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(personId));
        while (!open.isEmpty() && all.size() < MOST) {
            String id = open.poll();
            Link link = all.add(id) ? find(id) : null;
            if (link != null && link.ids != null) {
                open.addAll(link.ids);
            }
        }
        return all;
    }

    private @Nullable Link find(String id) {
        return mongo.findById(id, Link.class, COLLECTION);
    }

    /** Those of these people who became somebody, or of whom others became part: nearly nobody. */
    public Set<String> linked(Collection<String> personIds) {
        return mongo.find(Query.query(Criteria.where("_id").in(personIds)), Link.class, COLLECTION).stream()
                .map(Link::id)
                .collect(Collectors.toSet());
    }

    /** Who this person is by now, as it is written down at this moment. */
    public String survivorOf(String personId) {
        String id = personId;
        for (int hops = 0; hops < MOST; hops++) {
            Link link = find(id);
            if (link == null || link.survivor == null) {
                return id;
            }
            id = link.survivor;
        }
        throw new IllegalStateException("people who become each other");
    }

    /** All ids of whoever this person is by now, their present one first, as it is written down at this moment. */
    public List<String> allIdsOf(String personId) {
        return List.copyOf(read(survivorOf(personId)));
    }

    /** Whether what is kept under an id belongs to the person. */
    public boolean isSame(String personId, String keptUnder) {
        return personId.equals(keptUnder) || idsOf(personId).contains(keptUnder);
    }

    /**
     * One list of what is kept under all of a person's ids.
     *
     * @param place what an id's part of the list is sorted by; the parts do not overlap
     * @param part reads an id's part, at most so many
     */
    public <T> List<T> listed(
            String personId, Function<String, String> place, int limit, BiFunction<String, Integer, List<T>> part) {
        List<T> found = new ArrayList<>();
        idsOf(personId).stream().sorted(Comparator.comparing(place)).forEach(id -> {
            if (found.size() < limit) {
                found.addAll(part.apply(id, limit - found.size()));
            }
        });
        return found;
    }

    /**
     * May be told any number of times. In this order: whoever learns that they are somebody else finds themselves among
     * that person's ids.
     */
    public void became(String pastId, String survivorId) {
        mongo.upsert(byId(survivorId), new Update().addToSet("ids", pastId), COLLECTION);
        mongo.upsert(byId(pastId), Update.update("survivor", survivorId), COLLECTION);
        recent.invalidate(survivorId);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
