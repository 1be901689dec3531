package org.linli.loan.village;

import java.time.LocalDate;

/** @param security CREDIT, or JOINT for a member of a joint-liability group */
record Signature(LocalDate on, Security security, String contractNumber, String recordedBy) {
    enum Security {
        CREDIT,
        JOINT
    }
}
