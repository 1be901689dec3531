package org.linli.loan.customerfile;

/** Whose file it is. */
public enum FileKind {
    HOUSEHOLD,
    BUSINESS
}
