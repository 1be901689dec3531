package org.linli.merchant.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.merchant.review.ReviewResult.Conflict;
import org.linli.merchant.review.ReviewResult.Done;
import org.linli.merchant.review.ReviewResult.Refused;
import org.linli.merchant.review.ReviewResult.Sensitive;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** What callers see of reviews, and of refusals. */
@Component
class ReviewAnswers {
    private final FourEyesRefusal fourEyes;

    ReviewAnswers(FourEyesRefusal fourEyes) {
        this.fourEyes = fourEyes;
    }

    /** For everybody: nothing says who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Public(
            String id,
            String offerId,
            int stars,
            @Nullable String text,
            Instant writtenAt,
            @Nullable String reply,
            @Nullable Instant repliedAt) {
        static Public of(Review review) {
            Reply reply = review.reply();
            return new Public(
                    review.id(),
                    review.offerId(),
                    review.stars(),
                    review.text(),
                    review.writtenAt(),
                    reply == null ? null : reply.text(),
                    reply == null ? null : reply.at());
        }
    }

    /** For the one who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            String id,
            String redemptionId,
            String merchantId,
            ReviewStatus status,
            int stars,
            @Nullable String text,
            Instant writtenAt,
            @Nullable String decisionReason,
            @Nullable String reply) {
        static Own of(Review review) {
            Reply reply = review.reply();
            return new Own(
                    review.id(),
                    review.redemptionId(),
                    review.merchantId(),
                    review.status(),
                    review.stars(),
                    review.text(),
                    review.writtenAt(),
                    review.decisionReason(),
                    reply == null ? null : reply.text());
        }
    }

    /** For staff: what to look at, not who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moderated(
            String id,
            String merchantId,
            String offerId,
            ReviewStatus status,
            int stars,
            @Nullable String text,
            List<String> sensitiveWords,
            Instant writtenAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {
        static Moderated of(Review review) {
            return new Moderated(
                    review.id(),
                    review.merchantId(),
                    review.offerId(),
                    review.status(),
                    review.stars(),
                    review.text(),
                    review.sensitiveWords(),
                    review.writtenAt(),
                    review.decidedAt(),
                    review.decisionReason());
        }
    }

    Review done(ReviewResult result, Locale locale) {
        if (result instanceof Done done) {
            return done.review();
        }
        if (result instanceof Conflict conflict) {
            throw fourEyes.of(conflict.reason(), locale);
        }
        if (result instanceof Sensitive sensitive) {
            throw ProblemException.refused(
                    "sensitive-words",
                    sensitive.words().stream()
                            .map(word -> new FieldProblem("text", "sensitive-word", word))
                            .toList());
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case NOT_REDEEMED -> ProblemException.refused("review-needs-redemption");
            case ALREADY_REVIEWED -> ProblemException.conflict("already-reviewed");
            case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
        };
    }
}
