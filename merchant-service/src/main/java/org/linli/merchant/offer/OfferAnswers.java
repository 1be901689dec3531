package org.linli.merchant.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.OfferDecision.Made;
import org.linli.merchant.offer.OfferDecision.Refused;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What callers see of an offer. */
final class OfferAnswers {
    private OfferAnswers() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(
            String id,
            String offerId,
            String merchantId,
            OfferStatus status,
            String title,
            OfferKind kind,
            @Nullable Integer percentOff,
            @Nullable Long thresholdFen,
            @Nullable Long offFen,
            @Nullable Long priceFen,
            @Nullable Long listPriceFen,
            String category,
            Instant validFrom,
            Instant validUntil,
            int stock,
            int perPersonLimit,
            @Nullable String terms,
            Instant createdAt,
            @Nullable String reviewReason,
            @Nullable Integer perDayLimit,
            List<Hours> weeklyHours,
            boolean bankCardOnly,
            List<String> pictures,
            @Nullable String segmentId,
            boolean giftable,
            @Nullable ClaimedCoupons claimedCoupons) {

        static Full of(Offer offer, Instant now) {
            OfferTerms terms = offer.terms();
            Discount discount = terms.discount();
            Conditions conditions = terms.conditions();
            return new Full(
                    offer.id(),
                    offer.id(),
                    offer.merchantId(),
                    offer.statusAt(now),
                    terms.title(),
                    discount.kind(),
                    discount.percentOff(),
                    discount.thresholdFen(),
                    discount.offFen(),
                    discount.priceFen(),
                    discount.listPriceFen(),
                    terms.category().chineseName(),
                    terms.validFrom(),
                    terms.validUntil(),
                    terms.stock(),
                    terms.perPersonLimit(),
                    terms.text(),
                    offer.createdAt(),
                    offer.reviewReason(),
                    conditions.perDayLimit(),
                    Hours.of(conditions.weeklyHours()),
                    conditions.bankCardOnly(),
                    conditions.pictures(),
                    conditions.segmentId(),
                    conditions.isGiftable(),
                    offer.claimedCoupons().orElse(null));
        }
    }

    /** As it is sent: {@code until} not after {@code from} = on the next day. */
    record Hours(DayOfWeek day, String from, String until) {
        static List<Hours> of(WeeklyHours hours) {
            return hours.spans().stream()
                    .map(span -> new Hours(span.day(), span.opens(), span.closes()))
                    .toList();
        }
    }

    /** For everybody: with what is left and who offers it. */
    record Public(@JsonUnwrapped Full offer, int stockLeft, MerchantSummary merchant) {
        static Public of(OfferShelf.Shown shown, Instant now) {
            Standing merchant = shown.merchant();
            return new Public(
                    Full.of(shown.offer(), now),
                    shown.stockLeft(),
                    new MerchantSummary(merchant.merchantId(), merchant.name()));
        }
    }

    record MerchantSummary(String merchantId, String name) {}

    static Full made(OfferDecision decision, Instant now) {
        return Full.of(offer(decision), now);
    }

    /** With the tag by which a later change can say what it was made from. */
    static ResponseEntity<Full> tagged(OfferDecision decision, Instant now) {
        Offer offer = offer(decision);
        return ResponseEntity.ok().eTag(Revision.tag(offer)).body(Full.of(offer, now));
    }

    private static Offer offer(OfferDecision decision) {
        if (decision instanceof Made made) {
            return made.offer();
        }
        if (decision instanceof OfferDecision.Conflict conflict) {
            throw new IllegalStateException("a merchant's own step met " + conflict.reason());
        }
        if (decision instanceof OfferDecision.Invalid invalid) {
            throw ProblemException.invalid(invalid.problems());
        }
        if (decision instanceof OfferDecision.Locked locked) {
            throw locked(locked.broken());
        }
        throw switch (((Refused) decision).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case MERCHANT_NOT_APPROVED -> ProblemException.refused("merchant-not-approved");
            case WINDOW_OVER -> ProblemException.refused("offer-window-over");
            case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
            case SUBSIDISED -> ProblemException.refused("offer-subsidised");
            case STOCK_BELOW_CLAIMED -> ProblemException.refused("stock-below-claimed");
            case STALE -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
            case OVERTAKEN -> ProblemException.conflict("concurrent-change");
        };
    }

    /** The first one's code; all of them in {@code errors}. */
    private static ProblemException locked(List<Fixed> broken) {
        List<FieldProblem> errors = broken.stream()
                .map(fixed -> new FieldProblem(fixed.field(), fixed.code(), "(expected: as published)", "M-2"))
                .toList();
        return ProblemException.refused(broken.get(0).code(), errors);
    }

    /** @param found one more than the page holds, if there are more */
    static Page<Full> page(List<Offer> found, int size, Instant now) {
        List<Offer> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(offer -> Full.of(offer, now)).toList(), next);
    }
}
