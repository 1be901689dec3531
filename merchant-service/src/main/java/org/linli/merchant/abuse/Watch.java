package org.linli.merchant.abuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Whom one device, or one cashier, was seen with lately. Ids are hashes or pseudonyms. */
@Document(Watches.COLLECTION)
@TypeAlias("abuse-watch")
class Watch {
    /** More would not change what is told. */
    static final int MOST = 300;

    @Id
    private final String id;

    private long revision;
    private List<Sighting> sightings = new ArrayList<>();

    @PersistenceCreator
    Watch(String id) {
        this.id = id;
    }

    /** @return false when this was known */
    boolean see(Sighting seen, int sinceDay) {
        Sighting known = sightings.stream()
                .filter(one -> one.key().equals(seen.key()))
                .findFirst()
                .orElse(null);
        if (seen.day() < sinceDay || known != null && (known.takenBack() || !seen.takenBack())) {
            return false;
        }
        sightings.remove(known);
        sightings.add(seen);
        sightings = new ArrayList<>(sightings.stream()
                .filter(one -> one.day() >= sinceDay)
                .sorted(Comparator.comparingInt(Sighting::day).reversed().thenComparing(Sighting::key))
                .limit(MOST)
                .toList());
        return true;
    }

    boolean saw(String key) {
        return sightings.stream().anyMatch(one -> one.key().equals(key));
    }

    boolean forget(String person) {
        return sightings.removeIf(one -> one.person().equals(person));
    }

    /** One for each sighting that counts. */
    List<String> people(int sinceDay) {
        return sightings.stream()
                .filter(one -> one.day() >= sinceDay && !one.takenBack())
                .map(Sighting::person)
                .toList();
    }

    String id() {
        return id;
    }

    long revision() {
        return revision;
    }

    void advance() {
        revision++;
    }
}
