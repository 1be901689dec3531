package org.linli.merchant.audience;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.RuleReader.Read;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Segments of consumers, for the staff whose consumers they are (rules M-5, P-1). */
@RestController
@RequestMapping("/api/v1/admin/segments")
class SegmentController {
    private final Segmenting segmenting;
    private final Surveying surveying;
    private final SegmentAnswers answers;

    SegmentController(Segmenting segmenting, Surveying surveying, SegmentAnswers answers) {
        this.segmenting = segmenting;
        this.surveying = surveying;
        this.answers = answers;
    }

    @Allowed("segment.read")
    @GetMapping
    Page<SegmentAnswers.Full> list(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Locale locale) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Segment> found = segmenting.list(caller, cursor == null ? null : cursor.text(0), size + 1);
        List<Segment> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(
                shown.stream().map(segment -> answers.full(segment, locale)).toList(), next);
    }

    @Allowed("segment.manage")
    @PostMapping
    ResponseEntity<SegmentAnswers.Full> create(@RequestBody @Valid SegmentForm form, Caller caller, Locale locale) {
        return answers.tagged(HttpStatus.CREATED, segmenting.create(caller, form), locale);
    }

    @Allowed("segment.read")
    @GetMapping("/{id}")
    ResponseEntity<SegmentAnswers.Full> segment(@PathVariable String id, Caller caller, Locale locale) {
        return answers.tagged(HttpStatus.OK, new SegmentResult.Done(visible(caller, id)), locale);
    }

    private Segment visible(Caller caller, String id) {
        return segmenting.find(caller, id).orElseThrow(ProblemException::notFound);
    }

    @Allowed("segment.manage")
    @PutMapping("/{id}")
    ResponseEntity<SegmentAnswers.Full> rewrite(
            @PathVariable String id,
            @RequestBody @Valid SegmentForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller,
            Locale locale) {
        Integer edition = SegmentAnswers.edition(ifMatch);
        return answers.tagged(HttpStatus.OK, segmenting.rewrite(caller, id, form, edition), locale);
    }

    /** It is in no list any more; offers that were published for it keep it. */
    @Allowed("segment.manage")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        answers.done(segmenting.retire(caller, id, SegmentAnswers.edition(ifMatch)));
    }

    @Allowed("segment.read")
    @PostMapping("/{id}/dry-run")
    SegmentAnswers.Survey dryRun(@PathVariable String id, Caller caller, Locale locale) {
        Segment segment = visible(caller, id);
        Rule rule = segmenting.ruleOf(segment);
        return answers.survey(surveying.dryRun(rule, segment.organisationPath()), rule, locale);
    }

    /** The same for a rule that is not saved yet; its name does not matter. */
    @Allowed("segment.manage")
    @PostMapping("/dry-run")
    SegmentAnswers.Survey dryRun(@RequestBody @Valid SegmentForm form, Caller caller, Locale locale) {
        String place = segmenting.place(caller, form.organisationId()).orElseThrow(ProblemException::notFound);
        Read read = segmenting.read(form.rule());
        Rule rule = read.rule();
        if (rule == null) {
            throw ProblemException.invalid(read.problems());
        }
        return answers.survey(surveying.dryRun(rule, place), rule, locale);
    }
}
