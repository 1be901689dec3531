package org.linli.starter.picture;

/** Why a file is not kept. */
public enum PictureRefusal {
    EMPTY("picture-missing"),
    TOO_LARGE("picture-too-large"),
    NOT_A_PICTURE("not-a-picture"),
    TYPE_NOT_TAKEN("picture-type-not-taken"),
    TOO_SMALL("picture-too-small"),
    TOO_MANY_PIXELS("picture-too-many-pixels");

    private final String code;

    PictureRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
