package org.linli.loan.disbursement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letting the money of a case go. */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}")
class CaseDisbursementController {
    private final Disbursing disbursing;
    private final Reopening reopening;
    private final Idempotency idempotency;
    private final MessageSource messages;

    CaseDisbursementController(
            Disbursing disbursing, Reopening reopening, Idempotency idempotency, MessageSource messages) {
        this.disbursing = disbursing;
        this.reopening = reopening;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /**
     * Orders the payment; with or without the same key it is paid once. 422 {@code disbursement-conditions-open} with one
     * entry per reason, {@code four-eyes-conflict}; 409 {@code wrong-stage}. While the core bank is away the answer is
     * still 200: {@code status} and {@code trouble} say that it waits.
     */
    @Allowed("loan.disburse")
    @PostMapping("/disbursement")
    DisbursementView order(@PathVariable String id, Caller caller, Locale locale, IdempotencyKey key) {
        return idempotency.once(
                key,
                List.of(id),
                DisbursementView.class,
                () -> disbursing.order(id, caller).answer(new DisbursementRefusals(messages, locale)));
    }

    @Allowed("loan.disbursement.read")
    @GetMapping("/disbursement")
    DisbursementView one(@PathVariable String id, Caller caller) {
        return disbursing.inScope(id, caller).map(DisbursementView::of).orElseThrow(ProblemException::notFound);
    }

    /** Opens the line of a case, under the same conditions; no money moves yet. */
    @Allowed("loan.disburse")
    @PostMapping("/credit-line")
    OpenedLine openLine(@PathVariable String id, Caller caller, Locale locale, IdempotencyKey key) {
        return idempotency.once(key, List.of(id), OpenedLine.class, () -> {
            Optional<DisbursementOutcome> refusal = disbursing.openLine(id, caller);
            refusal.ifPresent(why -> why.answer(new DisbursementRefusals(messages, locale)));
            return new OpenedLine(id);
        });
    }

    /**
     * Leads the case back to the contract, which is signed anew. 409 {@code disbursement-status} once the payment was
     * ordered and not refused or taken back, {@code wrong-stage}.
     */
    @Allowed("contract.reopen")
    @PostMapping("/contract/reopening")
    DisbursementView reopen(@PathVariable String id, @Valid @RequestBody Reason form, Caller caller, Locale locale) {
        return reopening.reopen(id, form.reason().strip(), caller).answer(new DisbursementRefusals(messages, locale));
    }

    record Reason(@NotBlank @Size(max = 200) String reason) {
        /** Free text may name people. */
        @Override
        public String toString() {
            return "Reason[hidden]";
        }
    }

    record OpenedLine(String creditLineId) {}
}
