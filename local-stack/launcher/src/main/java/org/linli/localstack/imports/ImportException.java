package org.linli.localstack.imports;

/** The import cannot go on; the message is for the person at the terminal. */
public class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }
}
