package org.linli.merchant.picture;

/** What became of a file that somebody sent. */
public sealed interface Keeping {
    record Kept(PictureRef picture) implements Keeping {}

    record Refused(PictureRefusal reason) implements Keeping {}
}
