package org.linli.loan.application;

import java.time.Instant;

/**
 * The named person who is responsible.
 *
 * @param name as the applicant sees it: being named is part of the promise (rule L-1)
 * @param by who said so
 */
record Assignee(String staffId, String name, String by, Instant since) {
    /** Names stay out of logs. */
    @Override
    public String toString() {
        return "Assignee[" + staffId + "]";
    }
}
