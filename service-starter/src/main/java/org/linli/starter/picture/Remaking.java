package org.linli.starter.picture;

/** What came of making a picture anew. */
sealed interface Remaking {
    record Made(byte[] jpeg, int width, int height) implements Remaking {}

    record Refused(PictureRefusal reason) implements Remaking {}
}
