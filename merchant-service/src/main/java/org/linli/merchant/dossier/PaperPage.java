package org.linli.merchant.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.picture.PictureRef;

/**
 * One page of a paper.
 *
 * @param voidSince when the business moved away from what the paper was issued for
 */
public record PaperPage(
        String paper, PictureRef picture, @Nullable Instant voidSince) {
    PaperPage voidFrom(Instant now) {
        return voidSince == null ? new PaperPage(paper, picture, now) : this;
    }
}
