package org.linli.loan.disbursement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The owner draws from the line. */
@RestController
@RequestMapping("/api/v1/loans/lines/{lineId}/draws")
class DrawController {
    private final Drawing drawing;
    private final Idempotency idempotency;

    DrawController(Drawing drawing, Idempotency idempotency) {
        this.drawing = drawing;
        this.idempotency = idempotency;
    }

    /**
     * Draws an amount; the same key draws once. 422 with the reason: {@code credit-line-exceeded}, {@code
     * credit-line-expired}, {@code due-after-line-expiry}, {@code too-many-open-draws}, {@code draw-too-small}, {@code
     * core-bank-refused}. While the core bank is away the draw waits with its share of the limit.
     */
    @Allowed(value = "loan.own", own = "merchantId")
    @PostMapping
    DrawView draw(@PathVariable String lineId, @Valid @RequestBody DrawForm form, Caller caller, IdempotencyKey key) {
        return idempotency.once(
                key,
                form,
                DrawView.class,
                () -> drawing.draw(lineId, key.scope(), form.amountFen(), form.termMonths(), caller)
                        .answer(new Refusals()));
    }

    @Allowed(value = "loan.own", own = "merchantId")
    @GetMapping("/{drawId}")
    DrawView one(@PathVariable String lineId, @PathVariable String drawId, Caller caller) {
        return drawing.ownDraw(lineId, drawId, caller).map(DrawView::of).orElseThrow(ProblemException::notFound);
    }

    /** @param termMonths until the draw is due at last; not after the line ends */
    record DrawForm(
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountFen,
            @NotNull @Min(1) @Max(60) Integer termMonths) {}

    /** @param loanId the loan, once the money has moved */
    record DrawView(
            String id,
            String creditLineId,
            long amountFen,
            DisbursementStatus status,
            @Nullable String loanId,
            String account) {
        static DrawView of(Disbursement draw) {
            boolean paid = draw.payment().state() == Movement.State.BOOKED;
            return new DrawView(
                    draw.id(),
                    draw.order().origin().caseId(),
                    draw.order().terms().amountFen(),
                    draw.status(),
                    paid ? draw.order().loanId() : null,
                    draw.order().maskedAccount());
        }
    }

    private static final class Refusals implements DrawOutcome.Cases<DrawView> {
        @Override
        public DrawView drawn(Disbursement draw) {
            return DrawView.of(draw);
        }

        @Override
        public DrawView notFound() {
            throw ProblemException.notFound();
        }

        @Override
        public DrawView refused(String code) {
            throw ProblemException.refused(code);
        }
    }
}
