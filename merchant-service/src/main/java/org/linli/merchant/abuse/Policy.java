package org.linli.merchant.abuse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What looks like abuse (rule M-8), each as a named rule. Whoever meets one is looked at, not refused. */
enum Policy {
    /** Many people claim from one device. */
    SHARED_DEVICE,
    /** Owner or cashier of a shop redeem coupons of their own shop for themselves. */
    OWN_SHOP,
    /** Nearly all of a cashier's many redemptions are for the same few people. */
    SAME_FEW;

    /**
     * @param evidence figures that say why, by name
     * @param people whom it is about
     */
    record Suspicion(Policy policy, Map<String, Integer> evidence, List<String> people) {}

    /** @param accounts of one device within the window */
    static Optional<Suspicion> sharedDevice(Collection<String> accounts, AbuseSettings settings) {
        List<String> people = accounts.stream().distinct().sorted().toList();
        return people.size() < settings.deviceAccounts()
                ? Optional.empty()
                : Optional.of(new Suspicion(SHARED_DEVICE, Map.of("accounts", people.size()), people));
    }

    static Optional<Suspicion> ownShop(String consumerId, boolean owner, boolean cashier) {
        return owner || cashier
                ? Optional.of(new Suspicion(
                        OWN_SHOP, Map.of("owner", owner ? 1 : 0, "cashier", cashier ? 1 : 0), List.of(consumerId)))
                : Optional.empty();
    }

    /** @param customers of one cashier's redemptions within the window, one for each */
    static Optional<Suspicion> sameFew(Collection<String> customers, AbuseSettings settings) {
        int all = customers.size();
        if (all < settings.fewLeast()) {
            return Optional.empty();
        }
        Map<String, Long> times =
                customers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> few = times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(settings.fewPeople())
                .map(Map.Entry::getKey)
                .toList();
        int theirs = (int) few.stream().mapToLong(times::get).sum();
        return theirs * 100 < all * settings.fewShare()
                ? Optional.empty()
                : Optional.of(new Suspicion(SAME_FEW, Map.of("redemptions", all, "ofTheFew", theirs), few));
    }
}
