package org.linli.merchant.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.linli.merchant.audience.Audiences;
import org.linli.merchant.onboarding.MerchantPhotos;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Component;

/** What an offer names must be there: photos of its own shop (rule M-2), an audience of its branch or above (rule M-5). */
@Component
class OfferLinks {
    private final MerchantPhotos photos;
    private final Audiences audiences;

    OfferLinks(MerchantPhotos photos, Audiences audiences) {
        this.photos = photos;
        this.audiences = audiences;
    }

    List<FieldProblem> problems(Standing merchant, Conditions wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!wanted.pictures().isEmpty()) {
            Set<String> own = photos.of(merchant.merchantId());
            for (int i = 0; i < wanted.pictures().size(); i++) {
                if (!own.contains(wanted.pictures().get(i))) {
                    problems.add(new FieldProblem(
                            "pictures[" + i + "]", "unknown", "(expected: a photo of this shop)", "M-2"));
                }
            }
        }
        String segmentId = wanted.segmentId();
        if (segmentId != null && !audiences.isFor(segmentId, merchant.organisationPath())) {
            problems.add(new FieldProblem(
                    "segmentId", "unknown", "(expected: a segment of the shop's branch or above)", "M-5"));
        }
        return problems;
    }

    /** Only what is new: what an offer already names may have gone since, and must not hinder a change of something else. */
    List<FieldProblem> problems(Standing merchant, Conditions present, Conditions wanted) {
        boolean same = present.pictures().containsAll(wanted.pictures())
                && Objects.equals(present.segmentId(), wanted.segmentId());
        return same ? List.of() : problems(merchant, wanted);
    }
}
