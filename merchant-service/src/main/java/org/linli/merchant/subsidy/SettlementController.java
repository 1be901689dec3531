package org.linli.merchant.subsidy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.subsidy.SettlementResult.Found;
import org.linli.merchant.subsidy.SettlementResult.Listed;
import org.linli.merchant.subsidy.SettlementResult.Refused;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Settlement files of offers that the bank subsidises (rule M-3). Taking one along is on record before it leaves. */
@RestController
class SettlementController {
    private final Settling settling;
    private final AuditNotes notes;

    SettlementController(Settling settling, AuditNotes notes) {
        this.settling = settling;
        this.notes = notes;
    }

    /** The merchants that have lines on a day; {@code organisationId}: a node within the caller's scope. */
    @Allowed("settlement.read")
    @GetMapping("/api/v1/admin/settlements")
    Page<Total> list(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Nullable String organisationId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        String merchant = cursor == null ? null : cursor.text(0);
        return page(settling.list(caller, day, organisationId, merchant, size + 1), size);
    }

    @Allowed("settlement.read")
    @GetMapping("/api/v1/admin/settlements/{merchantId}/{day}")
    ResponseEntity<byte[]> forStaff(
            @PathVariable String merchantId,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Caller caller) {
        return file(settling.forStaff(caller, merchantId, day));
    }

    @Allowed(value = "settlement.own", own = "merchantId")
    @GetMapping("/api/v1/merchants/{merchantId}/settlements/{day}")
    ResponseEntity<byte[]> forOwner(
            @PathVariable String merchantId,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return file(settling.forOwner(merchantId, day));
    }

    private ResponseEntity<byte[]> file(SettlementResult result) {
        if (result instanceof Found found) {
            SettlementFile file = found.file();
            note(file, found.organisationPath());
            String name = "settlement-" + file.merchantId() + "-" + file.day() + ".csv";
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .body(file.bytes());
        }
        throw problem(result);
    }

    private void note(SettlementFile file, String organisationPath) {
        AuditView about = AuditView.of("settlement", organisationPath)
                .with("day", file.day())
                .with("lines", file.lines().size())
                .with("sumFen", file.sumFen());
        notes.write("settlement-exported", file.merchantId(), about);
    }

    private static Page<Total> page(SettlementResult result, int size) {
        if (result instanceof Listed listed) {
            List<SettlementFile> found = listed.files();
            List<SettlementFile> shown = found.subList(0, Math.min(size, found.size()));
            String next = found.size() > size ? Cursor.of(shown.get(size - 1).merchantId()) : null;
            return new Page<>(shown.stream().map(Total::of).toList(), next);
        }
        throw problem(result);
    }

    private static RuntimeException problem(SettlementResult result) {
        if (result instanceof Refused refused) {
            return switch (refused.reason()) {
                case UNKNOWN -> ProblemException.notFound();
                case DAY_NOT_OVER -> ProblemException.refused("settlement-day-not-over");
                case TOO_LARGE -> ProblemException.refused("settlement-too-large");
            };
        }
        return new IllegalStateException("no answer for " + result);
    }

    /** @param lines as many as the file has, without what was taken back on the same day */
    record Total(String merchantId, LocalDate day, int lines, long sumFen) {
        static Total of(SettlementFile file) {
            return new Total(file.merchantId(), file.day(), file.lines().size(), file.sumFen());
        }
    }
}
