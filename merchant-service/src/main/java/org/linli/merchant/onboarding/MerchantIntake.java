package org.linli.merchant.onboarding;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Takes in merchants that the bank knows already: approved at once, attached to their branch. */
@Service
public class MerchantIntake {
    private final Merchants merchants;
    private final Branches branches;
    private final Attaching attaching;
    private final ContactSeal seal;
    private final OnboardingSettings settings;

    MerchantIntake(
            Merchants merchants,
            Branches branches,
            Attaching attaching,
            ContactSeal seal,
            OnboardingSettings settings) {
        this.merchants = merchants;
        this.branches = branches;
        this.attaching = attaching;
        this.seal = seal;
        this.settings = settings;
    }

    /** One merchant to take in; the id is the same at every repeat. */
    public record Newcomer(
            String merchantId,
            String name,
            Category category,
            String address,
            GeoPoint point,
            @Nullable String openingHours,
            @Nullable List<String> tags,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable LicenceNumber licence) {}

    /** What became of a newcomer. */
    public enum Outcome {
        CREATED,
        KNOWN,
        LICENCE_TAKEN,
        OUTSIDE_SCOPE
    }

    /** Takes in the ones that are not there yet and lie where the caller may bring some in (P-1), by merchant id. */
    public Map<String, Outcome> takeIn(List<Newcomer> all, Caller staff, Instant now) {
        Function<GeoPoint, Attachment> places = branches.attaching();
        List<Newcomer> newcomers = all.stream()
                .filter(newcomer -> staff.oversees(places.apply(newcomer.point).organisationPath()))
                .toList();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        all.forEach(newcomer -> outcomes.put(newcomer.merchantId, Outcome.OUTSIDE_SCOPE));
        outcomes.putAll(takeInOwn(newcomers, places, staff.subject(), now));
        return outcomes;
    }

    private Map<String, Outcome> takeInOwn(
            List<Newcomer> newcomers, Function<GeoPoint, Attachment> places, String staffId, Instant now) {
        Set<String> known = known(newcomers);
        List<Merchant> missing = newcomers.stream()
                .filter(newcomer -> !known.contains(newcomer.merchantId))
                .map(newcomer -> merchant(newcomer, places.apply(newcomer.point), staffId, now))
                .toList();
        Set<String> refused = attaching.during(
                missing.stream().map(Merchant::attachment).toList(), () -> merchants.insertNew(missing));
        Set<String> knownByNow = refused.isEmpty() ? known : known(newcomers);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Newcomer newcomer : newcomers) {
            String id = newcomer.merchantId;
            if (known.contains(id) || (refused.contains(id) && knownByNow.contains(id))) {
                outcomes.put(id, Outcome.KNOWN);
            } else {
                outcomes.put(id, refused.contains(id) ? Outcome.LICENCE_TAKEN : Outcome.CREATED);
            }
        }
        return outcomes;
    }

    private Set<String> known(List<Newcomer> newcomers) {
        return merchants.findAll(newcomers.stream().map(Newcomer::merchantId).toList()).stream()
                .map(Merchant::id)
                .collect(Collectors.toSet());
    }

    private Merchant merchant(Newcomer newcomer, Attachment attachment, String staffId, Instant now) {
        Profile profile = new Profile(
                        newcomer.name,
                        newcomer.category,
                        newcomer.address,
                        newcomer.point,
                        newcomer.openingHours,
                        List.of())
                .tagged(newcomer.tags);
        SealedContact contact = newcomer.contactName == null || newcomer.contactPhone == null
                ? null
                : seal.seal(newcomer.merchantId, new Contact(newcomer.contactName, newcomer.contactPhone));
        Merchant merchant =
                Merchant.imported(newcomer.merchantId, profile, attachment, contact, newcomer.licence, staffId, now);
        merchant.recheckOn(BusinessDay.of(now).plusMonths(settings.recheckAfterMonths()));
        return merchant;
    }
}
