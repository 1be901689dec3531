package org.linli.merchant.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Hands out whom a sender may contact now: whoever withdrew their consent since the snapshot, or was contacted often
 * enough, is left out (rule M-5). Noting the contact and asking for the cap is one write of that person's document; the
 * same snapshot counts once, so a sender that died asks again for the same people.
 */
@Service
class Contacting {
    private final Snapshots snapshots;
    private final FactsStore store;
    private final Surveying surveying;
    private final AudienceSettings settings;
    private final Clock clock;

    Contacting(Snapshots snapshots, FactsStore store, Surveying surveying, AudienceSettings settings, Clock clock) {
        this.snapshots = snapshots;
        this.store = store;
        this.surveying = surveying;
        this.settings = settings;
        this.clock = clock;
    }

    private enum Answer {
        MAY,
        CAPPED,
        WITHDRAWN
    }

    /**
     * Of the next members of a snapshot.
     *
     * @param allowed may be contacted, and count as contacted
     * @param lastId the last one looked at; null when there are no more
     */
    record Handed(
            List<String> allowed,
            int capped,
            int withdrawn,
            @Nullable String lastId) {}

    Handed next(Snapshot snapshot, @Nullable String afterId, int size) {
        Members members = new Members(snapshots, snapshot, afterId);
        List<String> ids = new ArrayList<>();
        for (String id = members.peek(); id != null && ids.size() < size; id = members.peek()) {
            ids.add(id);
            members.advance();
        }
        int[] counts = new int[Answer.values().length];
        List<String> allowed = new ArrayList<>();
        var known = store.findAll(ids);
        for (String id : ids) {
            ConsumerFacts facts = known.get(id);
            Answer answer = facts == null ? Answer.WITHDRAWN : ask(facts, snapshot.id());
            counts[answer.ordinal()]++;
            if (answer == Answer.MAY) {
                allowed.add(id);
            }
        }
        return new Handed(
                allowed,
                counts[Answer.CAPPED.ordinal()],
                counts[Answer.WITHDRAWN.ordinal()],
                members.peek() == null ? null : ids.get(ids.size() - 1));
    }

    private Answer ask(ConsumerFacts read, String snapshotId) {
        int today = BankDay.of(clock.instant());
        int since = surveying.capSince(today);
        Contact contact = new Contact(Surveying.MARKETING, today, snapshotId);
        Answer[] answer = {Answer.WITHDRAWN};
        store.change(read, facts -> {
            answer[0] = !facts.allows(Surveying.MARKETING)
                    ? Answer.WITHDRAWN
                    : facts.contact(contact, settings.capTimes(), since) ? Answer.MAY : Answer.CAPPED;
            return answer[0] == Answer.MAY;
        });
        return answer[0];
    }
}
