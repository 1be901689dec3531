package org.linli.loan.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.foureyes.FourEyes.Decider;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/** A product with all its editions: prepared by one, published by another, in effect from a date (rule P-2). */
@Document(ProductLine.COLLECTION)
class ProductLine extends AggregateRoot {
    static final String COLLECTION = "loan_products";

    private final List<Edition> editions;

    @PersistenceCreator
    ProductLine(String id, List<Edition> editions) {
        super(id);
        this.editions = new ArrayList<>(editions);
    }

    /** What the configuration says, in effect since ever. */
    static ProductLine configured(LoanProduct terms, Instant at) {
        return new ProductLine(
                terms.code(), List.of(Edition.first(terms.as(terms.code(), LoanProduct.FIRST_VERSION), at)));
    }

    ProductChange prepare(LoanProduct terms, LocalDate from, String reason, String by, Instant at, LocalDate today) {
        Optional<Edition> waiting = editions.stream()
                .filter(one -> one.state() == Edition.State.PREPARED)
                .findFirst();
        if (waiting.isPresent()) {
            return new ProductChange.ReviewPending(waiting.get().number());
        }
        LocalDate earliest = earliest(today);
        if (from.isBefore(earliest)) {
            return new ProductChange.TooEarly(earliest);
        }
        Edition edition = Edition.prepared(terms.as(id(), editions.size() + 1), from, reason, by, at);
        editions.add(edition);
        return new ProductChange.Done(this, edition);
    }

    /** Editions take effect in the order of their numbers. */
    private LocalDate earliest(LocalDate today) {
        return editions.stream()
                .filter(Edition::isPublished)
                .map(Edition::effectiveFrom)
                .reduce(today, (one, other) -> one.isAfter(other) ? one : other);
    }

    ProductChange publish(int number, Decider by, Instant at, LocalDate today) {
        Optional<Edition> found = edition(number);
        if (found.isEmpty()) {
            return new ProductChange.Absent();
        }
        Edition edition = found.get();
        if (FourEyes.judge(FourEyes.Case.of(null, edition.preparedBy(), id()), by)
                instanceof FourEyes.Conflict conflict) {
            return new ProductChange.FourEyesConflict(conflict.reason());
        }
        if (edition.state() != Edition.State.PREPARED) {
            return new ProductChange.AlreadyReviewed(edition.state());
        }
        LocalDate earliest = earliest(today);
        if (edition.effectiveFrom().isBefore(earliest)) {
            return new ProductChange.TooEarly(earliest);
        }
        return replace(edition.reviewed(Edition.State.PUBLISHED, by.subject(), at, null));
    }

    /** Whoever prepared it may take it back, too: nothing comes into effect by that. */
    ProductChange refuse(int number, String reason, String by, Instant at) {
        Optional<Edition> found = edition(number);
        if (found.isEmpty()) {
            return new ProductChange.Absent();
        }
        if (found.get().state() != Edition.State.PREPARED) {
            return new ProductChange.AlreadyReviewed(found.get().state());
        }
        return replace(found.get().reviewed(Edition.State.REFUSED, by, at, reason));
    }

    private ProductChange replace(Edition edition) {
        editions.set(edition.number() - 1, edition);
        return new ProductChange.Done(this, edition);
    }

    private Optional<Edition> edition(int number) {
        return editions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** Only what was published counts for a case. */
    Optional<LoanProduct> version(int number) {
        return edition(number).filter(Edition::isPublished).map(Edition::terms);
    }

    /** What a case begins with on this day; empty before the first edition takes effect. */
    Optional<LoanProduct> inEffect(LocalDate day) {
        return editions.stream()
                .filter(Edition::isPublished)
                .filter(one -> !one.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Edition::terms);
    }

    List<Edition> editions() {
        return List.copyOf(editions);
    }

    @Override
    protected AuditView audit() {
        if (editions.isEmpty()) {
            return AuditView.of("loan-product", "/hq/");
        }
        Edition last = editions.get(editions.size() - 1);
        return AuditView.of("loan-product", "/hq/")
                .with("version", last.number())
                .with("state", last.state())
                .with("effectiveFrom", last.effectiveFrom())
                .with("terms", last.terms())
                .because(last.refusal() == null ? last.reason() : last.refusal());
    }
}
