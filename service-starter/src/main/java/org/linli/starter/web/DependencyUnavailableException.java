package org.linli.starter.web;

import org.jspecify.annotations.Nullable;

/** Something this service needs does not answer: becomes 503 with Retry-After, or a later try for a consumer. */
public class DependencyUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DependencyUnavailableException(String dependency, @Nullable Throwable cause) {
        super(dependency, cause);
    }
}
