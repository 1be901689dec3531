package org.linli.loan.investigation;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One side's report (rule L-2); {@code side} is {@code branch} or {@code risk}. */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}/investigations/{side}")
class ReportController {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})\"");
    private static final Integer NO_REVISION_OF_OURS = -1;

    private final Investigating investigating;
    private final Viewing viewing;
    private final Refusals refusals;

    ReportController(Investigating investigating, Viewing viewing, Refusals refusals) {
        this.investigating = investigating;
        this.viewing = viewing;
        this.refusals = refusals;
    }

    /** Saves the draft; the first one takes the side. 412 when it was changed elsewhere, 409 once it is submitted. */
    @Allowed({"investigation.assess", "investigation.investigate"})
    @PutMapping
    ResponseEntity<ReportAnswers.Saved> save(
            @PathVariable String id,
            @PathVariable String side,
            @RequestBody @Valid ReportContent content,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller,
            Locale locale) {
        Act<Report> saved = investigating.save(id, side(side), content, revision(ifMatch), caller);
        return tagged(refusals.orProblem(saved, locale));
    }

    /** Own drafts, and all once both sides are in. */
    @Allowed("investigation.read")
    @GetMapping
    ResponseEntity<ReportAnswers.Full> report(
            @PathVariable String id,
            @PathVariable String side,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(defaultValue = "GCJ02") Crs crs,
            Caller caller) {
        Viewing.Read read = viewing.report(id, side(side), round, caller).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().eTag(tag(read.report())).body(ReportAnswers.Full.of(read, crs));
    }

    /** Hands it in, once: 422 names everything that is missing or does not tie. */
    @Allowed({"investigation.assess", "investigation.investigate"})
    @PostMapping("/submission")
    ResponseEntity<ReportAnswers.Saved> submit(
            @PathVariable String id, @PathVariable String side, Caller caller, Locale locale) {
        return tagged(refusals.orProblem(investigating.submit(id, side(side), caller), locale));
    }

    static Side side(String code) {
        return Side.named(code).orElseThrow(ProblemException::notFound);
    }

    private static ResponseEntity<ReportAnswers.Saved> tagged(Report report) {
        return ResponseEntity.ok().eTag(tag(report)).body(ReportAnswers.Saved.of(report));
    }

    private static String tag(Report report) {
        return "\"" + report.revision() + "\"";
    }

    private static @Nullable Integer revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        return etag.matches() ? Integer.valueOf(etag.group(1)) : NO_REVISION_OF_OURS;
    }
}
