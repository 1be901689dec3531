package org.linli.merchant.insight;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.insight.Statistics.ByMerchant;
import org.linli.merchant.insight.Statistics.ByPlace;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.table.TableFormat;
import org.linli.starter.web.ProblemException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for merchants and for the branches that look after them (rule M-6). */
@RestController
class StatisticsController {
    private final Statistics statistics;
    private final StatisticsExport export;
    private final InsightSettings settings;

    StatisticsController(Statistics statistics, StatisticsExport export, InsightSettings settings) {
        this.statistics = statistics;
        this.export = export;
        this.settings = settings;
    }

    @Allowed({"statistics.own", "statistics.read"})
    @GetMapping("/api/v1/merchants/{merchantId}/statistics")
    StatisticsAnswer merchant(
            @PathVariable String merchantId, @ParameterObject @Valid MerchantQuestion question, Caller caller) {
        return statistics
                .visible(caller, merchantId)
                .map(merchant -> StatisticsAnswer.of(report(merchant.merchantId(), question), question.lines()))
                .orElseThrow(ProblemException::notFound);
    }

    @Allowed({"statistics.own", "statistics.read"})
    @GetMapping("/api/v1/merchants/{merchantId}/statistics/export")
    ResponseEntity<byte[]> exportMerchant(
            @PathVariable String merchantId,
            @ParameterObject @Valid MerchantQuestion question,
            @RequestParam TableFormat format,
            Caller caller,
            Locale locale) {
        String path = statistics
                .visible(caller, merchantId)
                .orElseThrow(ProblemException::notFound)
                .organisationPath();
        return export.file(report(merchantId, question), question.lines(), format, merchantId, path, locale);
    }

    private Report report(String merchantId, MerchantQuestion question) {
        Span.check(question.from, question.to, settings.mostDays());
        return statistics.ofMerchant(merchantId, question.from, question.to, question.lines());
    }

    @Allowed("statistics.read")
    @GetMapping("/api/v1/admin/statistics")
    StatisticsAnswer places(@ParameterObject @Valid PlaceQuestion question, Caller caller) {
        return StatisticsAnswer.of(report(caller, question), question.lines());
    }

    @Allowed("statistics.export")
    @GetMapping("/api/v1/admin/statistics/export")
    ResponseEntity<byte[]> exportPlaces(
            @ParameterObject @Valid PlaceQuestion question,
            @RequestParam TableFormat format,
            Caller caller,
            Locale locale) {
        String about = Objects.requireNonNullElse(question.organisationId, "scope");
        return export.file(report(caller, question), question.lines(), format, about, caller.firstNode(), locale);
    }

    private Report report(Caller caller, PlaceQuestion question) {
        Span.check(question.from, question.to, settings.mostBranchDays());
        return statistics.ofPlaces(caller, question.organisationId, question.from, question.to, question.lines());
    }

    /**
     * @param from first business date in Asia/Shanghai
     * @param to last one, included
     * @param by what a line stands for; day when absent
     */
    record MerchantQuestion(
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate from,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate to,

            @Nullable ByMerchant by) {
        private ByMerchant lines() {
            return by == null ? ByMerchant.day : by;
        }
    }

    /**
     * @param organisationId a node within the caller's scope; all of it when absent
     * @param by what a line stands for; branch when absent
     */
    record PlaceQuestion(
            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String organisationId,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate from,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate to,

            @Nullable ByPlace by) {
        private ByPlace lines() {
            return by == null ? ByPlace.branch : by;
        }
    }
}
