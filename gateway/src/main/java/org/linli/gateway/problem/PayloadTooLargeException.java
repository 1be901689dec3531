package org.linli.gateway.problem;

/** A body of unknown length turned out to be longer than allowed. */
public class PayloadTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PayloadTooLargeException(long limitBytes) {
        super("body: more than " + limitBytes + " bytes", null, false, false);
    }
}
