package org.linli.merchant.dossier;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.Filing.Filed;
import org.linli.merchant.dossier.Filing.NotTaken;
import org.linli.merchant.dossier.Filing.Reason;
import org.linli.merchant.dossier.Filing.Refused;
import org.linli.starter.picture.Keeping;
import org.linli.starter.picture.PictureRef;
import org.linli.starter.picture.Pictures;
import org.linli.starter.picture.Uploads;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** Puts pictures into dossiers, and leaves none behind that a dossier did not take. */
@Component
public class FilingClerk {
    private final Pictures pictures;
    private final Papers papers;

    FilingClerk(Pictures pictures, Papers papers) {
        this.pictures = pictures;
        this.papers = papers;
    }

    /**
     * Keeps a picture and files it.
     *
     * @param paper the paper it is a page of; null for a photo
     * @param put changes the dossier where it is stored, and saves it
     */
    public Filing file(byte[] sent, @Nullable String paper, Function<PictureRef, Filing> put) {
        if (paper != null && !papers.knows(paper)) {
            return new Refused(Reason.NO_SUCH_PAPER);
        }
        Keeping keeping = pictures.keep(sent);
        if (keeping instanceof Keeping.Refused refused) {
            return new NotTaken(refused.reason());
        }
        PictureRef picture = ((Keeping.Kept) keeping).picture();
        Filing filing = put.apply(picture);
        if (!(filing instanceof Filed)) {
            pictures.discard(picture);
        }
        return filing;
    }

    /** @return the dossier with the picture in it; null when it has no room */
    public static @Nullable Dossier added(Dossier dossier, @Nullable String paper, PictureRef picture) {
        if (paper == null) {
            return dossier.hasRoomForPhoto() ? dossier.withPhoto(picture) : null;
        }
        return dossier.hasRoomFor(paper) ? dossier.withPaper(paper, picture) : null;
    }

    /** @throws ProblemException for everything that was not filed */
    public static PictureRef filed(Filing filing) {
        if (filing instanceof Filed filed) {
            return filed.picture();
        }
        if (filing instanceof NotTaken notTaken) {
            throw Uploads.refused(notTaken.reason());
        }
        throw switch (((Refused) filing).reason()) {
            case NOWHERE -> ProblemException.notFound();
            case NO_SUCH_PAPER ->
                ProblemException.invalidParameter(
                        "paper", "(expected: a code of GET /api/v1/categories/{code}/papers)");
            case TOO_MANY -> ProblemException.conflict("too-many-pictures");
            case NOT_NOW -> ProblemException.conflict("illegal-state");
        };
    }
}
