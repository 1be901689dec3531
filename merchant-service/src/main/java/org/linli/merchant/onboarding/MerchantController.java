package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.Dossier;
import org.linli.merchant.onboarding.Submission.Received;
import org.linli.merchant.onboarding.Submission.Refused;
import org.linli.starter.Ids;
import org.linli.starter.geo.Crs;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MerchantController {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Applying applying;
    private final Onboarding onboarding;
    private final MerchantDirectory directory;
    private final Idempotency idempotency;

    MerchantController(Applying applying, Onboarding onboarding, MerchantDirectory directory, Idempotency idempotency) {
        this.applying = applying;
        this.onboarding = onboarding;
        this.directory = directory;
        this.idempotency = idempotency;
    }

    @Allowed("merchant.apply")
    @PostMapping("/api/v1/merchants")
    @ResponseStatus(HttpStatus.CREATED)
    MerchantAnswers.Full apply(@RequestBody @Valid ApplicationForm form, Caller caller, @Nullable IdempotencyKey key) {
        String id = key == null ? Ids.next() : Ids.derived("merchant-application", key.scope());
        return idempotency.once(key, form, MerchantAnswers.Full.class, () -> {
            Submission submission =
                    applying.apply(id, caller.subject(), caller.attribute("merchantId"), form, Dossier.EMPTY);
            return onboarding
                    .find(received(submission).merchantId())
                    .map(MerchantAnswers.Full::masked)
                    .orElseThrow();
        });
    }

    private static Standing received(Submission submission) {
        if (submission instanceof Received received) {
            return received.merchant();
        }
        throw ((Refused) submission).problem();
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @GetMapping("/api/v1/merchants/mine")
    ResponseEntity<MerchantAnswers.Full> mine(Caller caller) {
        return own(onboarding.find(caller.require("merchantId")).orElseThrow(ProblemException::notFound));
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PutMapping("/api/v1/merchants/mine")
    ResponseEntity<MerchantAnswers.Full> change(
            @RequestBody @Valid ProfileForm form,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return own(onboarding.change(caller.require("merchantId"), revision(ifMatch), form));
    }

    /** Hands the application in again after more was asked for. */
    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PostMapping("/api/v1/merchants/mine/submission")
    ResponseEntity<MerchantAnswers.Full> submitAgain(Caller caller) {
        return own(onboarding.submitAgain(caller.require("merchantId")));
    }

    /** Final: the merchant's offers end. */
    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PostMapping("/api/v1/merchants/mine/closure")
    ResponseEntity<MerchantAnswers.Full> close(@RequestBody @Valid ClosureForm form, Caller caller) {
        return own(onboarding.close(caller.require("merchantId"), form.reason));
    }

    record ClosureForm(@NotBlank @Size(max = 300) String reason) {}

    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        // A tag that we never gave out matches nothing.
        return etag.matches() ? Long.valueOf(etag.group(1)) : Long.valueOf(-1);
    }

    private ResponseEntity<MerchantAnswers.Full> own(Optional<OwnDecision> decision) {
        return own(decision.orElseThrow(ProblemException::notFound).orProblem());
    }

    private ResponseEntity<MerchantAnswers.Full> own(Merchant merchant) {
        return ResponseEntity.ok()
                .eTag("\"" + merchant.revision() + "\"")
                .body(MerchantAnswers.Full.ofOwn(merchant, onboarding.contactOf(merchant)));
    }

    @Open
    @GetMapping("/api/v1/merchants/{id}")
    MerchantAnswers.Public merchant(@PathVariable String id, @RequestParam(defaultValue = "GCJ02") Crs crs) {
        return onboarding
                .findApproved(id)
                .map(merchant -> MerchantAnswers.Public.of(merchant, crs))
                .orElseThrow(ProblemException::notFound);
    }

    @Allowed("internal.merchant.read")
    @GetMapping("/internal/v1/merchants/{id}")
    MerchantAnswers.Internal standing(@PathVariable String id) {
        return directory.standing(id).map(MerchantAnswers.Internal::of).orElseThrow(ProblemException::notFound);
    }
}
