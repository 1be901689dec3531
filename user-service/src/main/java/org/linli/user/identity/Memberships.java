package org.linli.user.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The merchants someone works for; the last is the one that a login works for. */
record Memberships(List<Membership> all) {
    static final int MOST = 20;

    Optional<Membership> of(String merchantId) {
        return all.stream()
                .filter(membership -> membership.merchantId().equals(merchantId))
                .findFirst();
    }

    Memberships without(String merchantId) {
        return new Memberships(all.stream()
                .filter(membership -> !membership.merchantId().equals(merchantId))
                .toList());
    }

    /** With this one last, instead of any other at the same merchant. */
    Memberships ending(Membership membership) {
        List<Membership> others = without(membership.merchantId()).all;
        return new Memberships(
                Stream.concat(others.stream(), Stream.of(membership)).toList());
    }

    Optional<Membership> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
