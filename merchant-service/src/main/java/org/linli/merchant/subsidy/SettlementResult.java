package org.linli.merchant.subsidy;

import java.util.List;

/** What became of a question for settlements. */
sealed interface SettlementResult {
    /** @param organisationPath where the merchant is */
    record Found(SettlementFile file, String organisationPath) implements SettlementResult {}

    /** Merchants of a day, by id; one more than the page holds, if there are more. */
    record Listed(List<SettlementFile> files) implements SettlementResult {}

    record Refused(Reason reason) implements SettlementResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        DAY_NOT_OVER,
        TOO_LARGE
    }
}
