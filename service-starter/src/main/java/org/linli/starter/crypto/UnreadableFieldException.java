package org.linli.starter.crypto;

import org.jspecify.annotations.Nullable;

/** Encrypted data that was altered, was made under another key, or was never encrypted data. Repeats none of it. */
public class UnreadableFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFieldException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
