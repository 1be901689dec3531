package org.linli.events;

import org.jspecify.annotations.Nullable;

/** The record can never be processed: it goes to the dead-letter topic without a retry. */
public class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
