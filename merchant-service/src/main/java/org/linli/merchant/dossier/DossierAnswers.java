package org.linli.merchant.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.picture.PictureRef;

/** A dossier as its owner and the bank's staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierAnswers(List<Picture> photos, List<Page> papers, List<String> missingPapers) {
    public record Picture(String id, int width, int height) {
        public static Picture of(PictureRef ref) {
            return new Picture(ref.id(), ref.width(), ref.height());
        }
    }

    /** @param voidSince set when it no longer counts, because the business moved */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            String id,
            String paper,
            int width,
            int height,
            Instant handedInAt,
            @Nullable Instant voidSince) {}

    public static DossierAnswers of(Dossier dossier, List<Paper> missing) {
        return new DossierAnswers(
                dossier.photos().stream().map(Picture::of).toList(),
                dossier.papers().stream()
                        .map(page -> new Page(
                                page.picture().id(),
                                page.paper(),
                                page.picture().width(),
                                page.picture().height(),
                                page.picture().keptAt(),
                                page.voidSince()))
                        .toList(),
                missing.stream().map(Paper::code).toList());
    }
}
