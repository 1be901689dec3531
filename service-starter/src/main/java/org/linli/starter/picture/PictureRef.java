package org.linli.starter.picture;

import java.time.Instant;

/**
 * A kept picture as its owner's document remembers it.
 *
 * @param bytes what it takes in the storage, after it was made anew
 */
public record PictureRef(String id, int width, int height, int bytes, Instant keptAt) {}
