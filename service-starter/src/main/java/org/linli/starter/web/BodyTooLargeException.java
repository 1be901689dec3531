package org.linli.starter.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The request's body exceeds the limit; found while reading, when no Content-Length told before. */
class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    static boolean isCauseOf(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
