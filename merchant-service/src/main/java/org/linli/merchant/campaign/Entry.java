package org.linli.merchant.campaign;

/** What one does to take part; each is one participation. */
public enum Entry {
    /** One scans the QR code of a scene. */
    SCAN,
    /** One just tries one's luck. */
    DRAW,
    /** One answers the questions. */
    QUIZ,
    /** One is there, once a day. */
    CHECK_IN,
    /** A guest comes with a host's code: both take part. */
    INVITATION,
    /** One writes a message for a stranger. */
    BOTTLE
}
