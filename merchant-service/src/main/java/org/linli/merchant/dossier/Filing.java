package org.linli.merchant.dossier;

import org.linli.starter.picture.PictureRef;
import org.linli.starter.picture.PictureRefusal;

/** What became of a picture for a dossier. */
public sealed interface Filing {
    record Filed(PictureRef picture) implements Filing {}

    record NotTaken(PictureRefusal reason) implements Filing {}

    record Refused(Reason reason) implements Filing {}

    enum Reason {
        /** There is no such merchant or draft. */
        NOWHERE,
        NO_SUCH_PAPER,
        TOO_MANY,
        /** Its state takes no more. */
        NOT_NOW
    }
}
