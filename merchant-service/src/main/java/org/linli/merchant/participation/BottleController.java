package org.linli.merchant.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.participation.BottleFinding.BeforeThat;
import org.linli.merchant.participation.BottleFinding.Decided;
import org.linli.merchant.participation.BottleFinding.Done;
import org.linli.merchant.participation.BottleFinding.None;
import org.linli.merchant.participation.BottleFinding.One;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bottles on their way from one person past the staff to a stranger; nothing says who wrote them. */
@RestController
@RequestMapping("/api/v1")
class BottleController {
    private final BottleFinding finding;

    BottleController(BottleFinding finding) {
        this.finding = finding;
    }

    /** Somebody else's, at random. */
    @Allowed("campaign.join")
    @PostMapping("/campaigns/{campaignId}/bottle-finds")
    FoundAnswer find(@PathVariable String campaignId, Caller caller, IdempotencyKey key) {
        BottleFinding.Found found = finding.find(campaignId, caller.subject(), key.scope());
        if (found instanceof One one) {
            return new FoundAnswer(
                    one.bottle().id(), one.bottle().message(), one.bottle().pledge());
        }
        throw switch (((None) found).reason()) {
            case UNKNOWN_CAMPAIGN -> ProblemException.notFound();
            case NOT_RUNNING -> ProblemException.refused("campaign-not-running");
            case NOTHING_AFLOAT -> ProblemException.refused("no-bottle-afloat");
            case NO_MORE_TODAY -> ProblemException.refused("campaign-no-more-today");
        };
    }

    @Allowed("bottle.moderate")
    @GetMapping("/admin/campaigns/{campaignId}/bottles")
    Page<BottleAnswer> queue(
            @PathVariable String campaignId,
            @RequestParam(defaultValue = "PENDING") Bottle.Status status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Bottle> found = finding.queue(caller, campaignId, status, cursor == null ? null : cursor.text(0), size + 1)
                .orElseThrow(ProblemException::notFound);
        List<Bottle> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(BottleAnswer::of).toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    @Allowed("bottle.moderate")
    @PostMapping("/admin/campaigns/{campaignId}/bottles/{bottleId}/approval")
    BottleAnswer letGo(@PathVariable String campaignId, @PathVariable String bottleId, Caller caller) {
        return answer(finding.decide(caller, campaignId, bottleId, true, null));
    }

    @Allowed("bottle.moderate")
    @PostMapping("/admin/campaigns/{campaignId}/bottles/{bottleId}/rejection")
    BottleAnswer sink(
            @PathVariable String campaignId,
            @PathVariable String bottleId,
            @RequestBody @Valid ReasonForm form,
            Caller caller) {
        return answer(finding.decide(caller, campaignId, bottleId, false, form.reason.strip()));
    }

    private static BottleAnswer answer(Decided decided) {
        if (decided instanceof Done done) {
            return BottleAnswer.of(done.bottle());
        }
        throw decided instanceof BeforeThat
                ? ProblemException.of(HttpStatus.CONFLICT, "illegal-state")
                : ProblemException.notFound();
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundAnswer(
            String bottleId, String message, @Nullable String pledge) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BottleAnswer(
            String id,
            String message,
            @Nullable String pledge,
            List<String> sensitiveWords,
            Bottle.Status status,
            Instant writtenAt,
            @Nullable String reason) {
        static BottleAnswer of(Bottle bottle) {
            return new BottleAnswer(
                    bottle.id(),
                    bottle.message(),
                    bottle.pledge(),
                    bottle.sensitiveWords(),
                    bottle.status(),
                    bottle.writtenAt(),
                    bottle.reason());
        }
    }
}
