package org.linli.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.ErrorResponse;

/** The one exception-to-problem map. Whatever is not listed is a bug of ours. */
public final class Failures {
    private Failures() {}

    /** True when the service behind a route could not be reached or did not answer in time; its own answers never count. */
    public static boolean isUnreachable(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PayloadTooLargeException) {
                return false;
            }
            if (t instanceof IOException
                    || t instanceof TimeoutException
                    || t instanceof CallNotPermittedException
                    || t instanceof ServiceUnavailableException
                    || t instanceof org.springframework.cloud.gateway.support.TimeoutException
                    || (t instanceof ErrorResponse known && isUnavailable(known.getStatusCode()))) {
                return true;
            }
        }
        return false;
    }

    static Problem problemOf(Throwable failure) {
        if (causedBy(failure, PayloadTooLargeException.class) != null) {
            return Problem.PAYLOAD_TOO_LARGE;
        }
        if (isUnreachable(failure) || failure instanceof AuthenticationServiceException) {
            return Problem.DEPENDENCY_UNAVAILABLE;
        }
        if (failure instanceof ServerExchangeRejectedException) {
            return Problem.INVALID_ADDRESS;
        }
        if (failure instanceof ErrorResponse known) {
            return ofStatus(known.getStatusCode());
        }
        return Problem.INTERNAL_ERROR;
    }

    private static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.PAYLOAD_TOO_LARGE;
            default -> status.is4xxClientError() ? Problem.INVALID_REQUEST : Problem.INTERNAL_ERROR;
        };
    }

    private static boolean isUnavailable(HttpStatusCode status) {
        return status.value() == 502 || status.value() == 503 || status.value() == 504;
    }

    private static <T extends Throwable> @Nullable T causedBy(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
