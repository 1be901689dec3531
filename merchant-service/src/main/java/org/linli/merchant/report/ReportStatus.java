package org.linli.merchant.report;

/** OPEN, then IN_PROGRESS when someone looks into it, then RESOLVED or DISMISSED with an answer. */
enum ReportStatus {
    OPEN,
    IN_PROGRESS,
    RESOLVED,
    DISMISSED
}
