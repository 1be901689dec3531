package org.linli.loan.disbursement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disbursements, those of draws included: what waits, what is held, what is to be taken back. */
@RestController
@RequestMapping("/api/v1/admin/loans/disbursements")
class DisbursementController {
    private final Disbursing disbursing;
    private final TakingBack takingBack;
    private final Idempotency idempotency;
    private final MessageSource messages;

    DisbursementController(
            Disbursing disbursing, TakingBack takingBack, Idempotency idempotency, MessageSource messages) {
        this.disbursing = disbursing;
        this.takingBack = takingBack;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /** Everything in the caller's data scope (rule P-1), by id; {@code status=HELD} is what needs a person. */
    @Allowed("loan.disbursement.read")
    @GetMapping
    Page<DisbursementView> all(
            @RequestParam(required = false) @Nullable DisbursementStatus status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        String before = cursor == null ? null : cursor.text(0);
        List<Disbursement> oneMore = disbursing.allInScope(caller, status, before, size + 1);
        List<DisbursementView> items =
                oneMore.stream().limit(size).map(DisbursementView::of).toList();
        return new Page<>(
                items, oneMore.size() > size ? Cursor.of(items.get(size - 1).id()) : null);
    }

    @Allowed("loan.disbursement.read")
    @GetMapping("/{id}")
    DisbursementView one(@PathVariable String id, Caller caller) {
        return disbursing.inScope(id, caller).map(DisbursementView::of).orElseThrow(ProblemException::notFound);
    }

    /** Asks the core bank once more about what is held; nothing is sent. */
    @Allowed("loan.disburse")
    @PostMapping("/{id}/inquiry")
    DisbursementView inquire(@PathVariable String id, Caller caller, Locale locale) {
        return disbursing.askAgain(id, caller).answer(new DisbursementRefusals(messages, locale));
    }

    /** Asks for the money back; nothing moves before a second clerk agrees. */
    @Allowed("loan.disburse")
    @PostMapping("/{id}/reversal")
    DisbursementView reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalForm form,
            Caller caller,
            Locale locale,
            IdempotencyKey key) {
        return idempotency.once(
                key,
                form,
                DisbursementView.class,
                () -> takingBack
                        .request(id, form.reason().strip(), caller)
                        .answer(new DisbursementRefusals(messages, locale)));
    }

    /** The second pair of eyes: the money comes back, exactly once. */
    @Allowed("loan.disburse")
    @PostMapping("/{id}/reversal/confirmation")
    DisbursementView confirm(@PathVariable String id, Caller caller, Locale locale, IdempotencyKey key) {
        return idempotency.once(
                key,
                List.of(id),
                DisbursementView.class,
                () -> takingBack.confirm(id, caller).answer(new DisbursementRefusals(messages, locale)));
    }

    record ReversalForm(@NotBlank @Size(max = 200) String reason) {
        /** Free text may name people. */
        @Override
        public String toString() {
            return "ReversalForm[hidden]";
        }
    }
}
