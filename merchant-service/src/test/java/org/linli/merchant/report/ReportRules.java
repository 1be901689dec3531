package org.linli.merchant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.AuditView;

/** Problem reports of rule M-7. */
class ReportRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Report report = Report.of(
            Report.id("c1", DAY, 1),
            "c1",
            new Subject(Subject.Kind.OFFER, "m1-o1", "m1", "/hq/B01/"),
            Problem.FRAUD,
            "要求先转账",
            "scope",
            NOW);

    @Test
    void itIsTakenUpOnceAndClosedOnce() {
        assertThat(report.accept("staff")).isTrue();
        assertThat(report.accept("other")).isFalse();
        assertThat(report.close(ReportStatus.RESOLVED, "staff", "已处理", NOW)).isTrue();
        assertThat(report.close(ReportStatus.DISMISSED, "staff", "又", NOW)).isFalse();
        assertThat(report.status()).isEqualTo(ReportStatus.RESOLVED);
    }

    @Test
    void whatNobodyTookUpMayBeClosedAtOnce() {
        assertThat(report.close(ReportStatus.DISMISSED, "staff", "重复", NOW)).isTrue();
        assertThat(report.accept("staff")).isFalse();
    }

    @Test
    void aPersonsReportsLieSideBySideTheLaterBehindTheEarlier() {
        assertThat(report.id())
                .startsWith(Report.prefix("c1"))
                .isLessThan(Report.id("c1", DAY, 2))
                .isLessThan(Report.afterPrefix("c1"));
        assertThat(Report.id("c1", DAY, 99)).isLessThan(Report.id("c1", DAY.plusDays(1), 1));
        assertThat(Report.prefix("c2")).isNotEqualTo(Report.prefix("c1"));
    }

    @Test
    void theTrailKnowsWhatStaffDidAndNothingOfWhatWasWritten() {
        assertThat(report.audit()).isEqualTo(AuditView.NONE);
        report.close(ReportStatus.RESOLVED, "staff", "已处理", NOW);
        assertThat(report.audit().facts())
                .containsEntry("status", "RESOLVED")
                .containsEntry("handledBy", "staff")
                .doesNotContainValue("c1");
        assertThat(report.audit().toString()).doesNotContain("要求先转账");
    }
}
