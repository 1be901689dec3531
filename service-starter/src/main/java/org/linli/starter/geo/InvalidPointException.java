package org.linli.starter.geo;

/** A coordinate that does not exist, e.g. latitude 91. */
public class InvalidPointException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidPointException(String field, double value, String expected) {
        super(field + ": " + value + " (expected: " + expected + ")");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
