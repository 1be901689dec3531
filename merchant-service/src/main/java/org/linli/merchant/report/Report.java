package org.linli.merchant.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One problem that one person reported. Its id says whose it is and which of the day it is, so that the limit of a day
 * holds under any concurrency.
 */
@Document(Reports.COLLECTION)
@TypeAlias("report")
class Report extends AggregateRoot {
    private static final int PREFIX_LENGTH = 20;
    /** Sorts after every separator. */
    private static final String AFTER_SEPARATOR = ".";

    private static final String SEPARATOR = "-";

    private final String consumerId;
    private final Subject.Kind about;
    private final String targetId;
    private final String merchantId;
    private final Problem problem;
    private final String text;
    private final String keyScope;
    private final Instant filedAt;

    private String organisationPath;
    private ReportStatus status = ReportStatus.OPEN;
    private @Nullable String handledBy;
    private @Nullable String answer;
    private @Nullable Instant closedAt;

    @PersistenceCreator
    Report(
            String id,
            String consumerId,
            Subject.Kind about,
            String targetId,
            String merchantId,
            Problem problem,
            String text,
            String keyScope,
            String organisationPath,
            Instant filedAt) {
        super(id);
        this.consumerId = consumerId;
        this.about = about;
        this.targetId = targetId;
        this.merchantId = merchantId;
        this.problem = problem;
        this.text = text;
        this.keyScope = keyScope;
        this.organisationPath = organisationPath;
        this.filedAt = filedAt;
    }

    static Report of(
            String id, String consumerId, Subject subject, Problem problem, String text, String keyScope, Instant now) {
        return new Report(
                id,
                consumerId,
                subject.kind(),
                subject.targetId(),
                subject.merchantId(),
                problem,
                text,
                keyScope,
                subject.organisationPath(),
                now);
    }

    /** @param number the person's how many-th report of the day, from 1 on */
    static String id(String consumerId, LocalDate day, int number) {
        return String.format("%s%s%02d", prefix(consumerId), day.toString().replace("-", ""), number);
    }

    static String prefix(String consumerId) {
        return Ids.hash("reporter", consumerId).substring(0, PREFIX_LENGTH) + SEPARATOR;
    }

    static String afterPrefix(String consumerId) {
        return Ids.hash("reporter", consumerId).substring(0, PREFIX_LENGTH) + AFTER_SEPARATOR;
    }

    /** @return false unless it waits for someone */
    boolean accept(String by) {
        if (status != ReportStatus.OPEN) {
            return false;
        }
        status = ReportStatus.IN_PROGRESS;
        handledBy = by;
        return true;
    }

    /** @return false when it is closed already */
    boolean close(ReportStatus outcome, String by, String words, Instant now) {
        if (status == ReportStatus.RESOLVED || status == ReportStatus.DISMISSED) {
            return false;
        }
        status = outcome;
        handledBy = by;
        answer = words;
        closedAt = now;
        return true;
    }

    /** Goes where its merchant went. */
    boolean follow(String path) {
        if (organisationPath.equals(path)) {
            return false;
        }
        organisationPath = path;
        return true;
    }

    /** Who must not decide on it (rule P-2). */
    FourEyes.Case people() {
        return FourEyes.Case.of(null, consumerId, merchantId);
    }

    Subject.Kind about() {
        return about;
    }

    String targetId() {
        return targetId;
    }

    String merchantId() {
        return merchantId;
    }

    Problem problem() {
        return problem;
    }

    String text() {
        return text;
    }

    String keyScope() {
        return keyScope;
    }

    Instant filedAt() {
        return filedAt;
    }

    String organisationPath() {
        return organisationPath;
    }

    ReportStatus status() {
        return status;
    }

    @Nullable String answer() {
        return answer;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    /** Reporting is the consumer's own act; what staff do about it is for the trail. */
    @Override
    protected AuditView audit() {
        if (status == ReportStatus.OPEN) {
            return AuditView.NONE;
        }
        return AuditView.of("report", organisationPath)
                .with("merchantId", merchantId)
                .with("problem", problem)
                .with("status", status)
                .with("handledBy", handledBy)
                .because(answer);
    }
}
