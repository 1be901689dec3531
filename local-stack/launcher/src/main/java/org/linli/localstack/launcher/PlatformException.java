package org.linli.localstack.launcher;

/** Something a person can mend; the message is one clear line for the terminal. */
public class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }
}
