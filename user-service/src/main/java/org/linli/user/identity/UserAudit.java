package org.linli.user.identity;

import org.linli.starter.outbox.AuditView;

/** What the audit trail may know about a person: nothing that tells who they are. */
final class UserAudit {
    private UserAudit() {}

    static AuditView of(User user) {
        return AuditView.of("user", user.organisationPath())
                .with("kind", user.kind())
                .with(
                        "memberships",
                        user.memberships().stream()
                                .map(membership -> membership.merchantId() + ":" + membership.role())
                                .toList())
                .with(
                        "customerId",
                        user.bankCustomer().map(BankCustomer::customerId).orElse(null))
                .with("profileRevision", user.profileRevision() == 0 ? null : user.profileRevision())
                .with("tags", user.tags().isEmpty() ? null : user.tags())
                .with(
                        "consentParts",
                        user.consents().archived() == 0 ? null : user.consents().archived())
                .with("blocked", user.isBlocked() ? true : null)
                .with("mergedInto", user.mergedInto())
                .with("erased", user.isErased() ? true : null);
    }
}
