package org.linli.localstack.api;

/** The platform refused, or is not there. The message is for the person at the terminal. */
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApiException(String message) {
        super(message);
    }
}
