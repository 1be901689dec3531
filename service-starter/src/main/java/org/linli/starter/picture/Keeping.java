package org.linli.starter.picture;

/** What became of a file that somebody sent. */
public sealed interface Keeping {
    /** @param jpeg as it lies in the storage now */
    record Kept(PictureRef picture, byte[] jpeg) implements Keeping {}

    record Refused(PictureRefusal reason) implements Keeping {}
}
