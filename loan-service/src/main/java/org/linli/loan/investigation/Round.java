package org.linli.loan.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/** One round of investigating a case: a case that is sent back is investigated again. */
@Document(Round.COLLECTION)
class Round extends AggregateRoot {
    static final String COLLECTION = "investigation_rounds";
    static final int MOST = 9;

    private final String caseId;
    private final int number;
    private final String organisationPath;

    /** When the case entered the stage: a later entry is another round. */
    private final Instant openedAt;

    private final String category;
    private final GeoPoint shop;
    private final Map<Side, String> investigators;

    /** Who was there before their deputy took over. */
    private final List<Former> former;

    /** What came out, encrypted: reasons are in people's words. */
    private @Nullable String outcome;

    private final Set<String> unexplained;
    private @Nullable Instant completedAt;

    @PersistenceCreator
    Round(
            String id,
            String caseId,
            int number,
            String organisationPath,
            Instant openedAt,
            String category,
            GeoPoint shop,
            Map<Side, String> investigators,
            @Nullable List<Former> former,
            @Nullable String outcome,
            @Nullable Collection<String> unexplained,
            @Nullable Instant completedAt) {
        super(id);
        this.caseId = caseId;
        this.number = number;
        this.organisationPath = organisationPath;
        this.openedAt = openedAt;
        this.category = category;
        this.shop = shop;
        this.investigators = new EnumMap<>(Side.class);
        this.investigators.putAll(investigators);
        this.former = former == null ? new ArrayList<>() : new ArrayList<>(former);
        this.outcome = outcome;
        this.unexplained = unexplained == null ? new LinkedHashSet<>() : new LinkedHashSet<>(unexplained);
        this.completedAt = completedAt;
    }

    static String id(String caseId, int number) {
        return caseId + ":" + number;
    }

    static Round opened(
            String caseId, int number, String organisationPath, Instant openedAt, String category, GeoPoint shop) {
        return new Round(
                id(caseId, number),
                caseId,
                number,
                organisationPath,
                openedAt,
                category,
                shop,
                Map.of(),
                null,
                null,
                null,
                null);
    }

    record Former(Side side, String subject) {}

    /**
     * Gives one side to a person; again to the same person is fine, and an absent one's deputy takes over.
     *
     * @param inPlaceOf whose deputy the person is
     * @param earlier rounds of the case: who was on one side stays there
     */
    Optional<Refusal> assign(Side side, String subject, Set<String> inPlaceOf, List<Round> earlier) {
        String there = investigators.get(side);
        if (subject.equals(there)) {
            return Optional.empty();
        }
        if (there != null && !inPlaceOf.contains(there)) {
            return Optional.of(Refusal.SIDE_TAKEN);
        }
        if (opposes(side, subject, inPlaceOf)
                || earlier.stream().anyMatch(round -> round.opposes(side, subject, inPlaceOf))) {
            return Optional.of(Refusal.BOTH_SIDES);
        }
        if (there != null) {
            former.add(new Former(side, there));
        }
        investigators.put(side, subject);
        return Optional.empty();
    }

    private boolean opposes(Side side, String subject, Set<String> inPlaceOf) {
        Set<String> opposite = former.stream()
                .filter(one -> one.side() == side.other())
                .map(Former::subject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional.ofNullable(investigators.get(side.other())).ifPresent(opposite::add);
        return opposite.stream().anyMatch(other -> other.equals(subject) || inPlaceOf.contains(other));
    }

    /**
     * Both reports are in, and this came of it. Later results replace earlier ones until the round is completed.
     *
     * @param open checks that need a reason and have none
     */
    boolean conclude(String sealed, Set<String> open, Instant at) {
        if (isCompleted()) {
            return false;
        }
        outcome = sealed;
        unexplained.clear();
        unexplained.addAll(open);
        if (open.isEmpty()) {
            completedAt = at;
        }
        return true;
    }

    boolean isConcluded() {
        return outcome != null;
    }

    /** Nothing is unexplained: the case may go on. */
    boolean isCompleted() {
        return completedAt != null;
    }

    @Nullable String investigator(Side side) {
        return investigators.get(side);
    }

    boolean isInvestigatedBy(String subject) {
        return investigators.containsValue(subject);
    }

    String caseId() {
        return caseId;
    }

    int number() {
        return number;
    }

    String organisationPath() {
        return organisationPath;
    }

    Instant openedAt() {
        return openedAt;
    }

    String category() {
        return category;
    }

    GeoPoint shop() {
        return shop;
    }

    @Nullable String outcome() {
        return outcome;
    }

    Set<String> unexplained() {
        return Set.copyOf(unexplained);
    }

    @Nullable Instant completedAt() {
        return completedAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("investigation-round", organisationPath)
                .with("caseId", caseId)
                .with("round", number)
                .with("branchInvestigator", investigators.get(Side.BRANCH))
                .with("riskInvestigator", investigators.get(Side.RISK))
                .with("unexplained", outcome == null ? null : unexplained.size())
                .with("completedAt", completedAt);
    }
}
