package org.linli.loan.loan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a loan comes from.
 *
 * @param caseId the application that was decided on
 * @param lineId the line it was drawn from; null for a loan of its own
 */
public record LoanOrigin(
        String caseId,
        @Nullable String lineId,
        String merchantId,
        String branchId,
        String organisationPath,
        String productCode) {

    /** The organisation's node and all above it: who sees one of these sees the loan (rule P-1). */
    public List<String> scopes() {
        List<String> nodes = new ArrayList<>();
        for (int slash = organisationPath.indexOf('/', 1);
                slash > 0;
                slash = organisationPath.indexOf('/', slash + 1)) {
            nodes.add(organisationPath.substring(0, slash + 1));
        }
        return nodes;
    }
}
