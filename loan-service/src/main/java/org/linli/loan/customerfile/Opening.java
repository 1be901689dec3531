package org.linli.loan.customerfile;

import org.jspecify.annotations.Nullable;

/** What a new file begins with. */
record Opening(
        FileKind kind,
        @Nullable String businessName,
        String organisationPath,
        @Nullable String merchantId,
        @Nullable String customerId) {}
