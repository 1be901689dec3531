package org.linli.merchant.offer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.category.Category;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.stock.Stocks;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** Takes in offers that come along with merchants the bank knows already: live at once. */
@Service
public class OfferIntake {
    private final Offers offers;
    private final Stocks stocks;
    private final MerchantDirectory merchants;

    OfferIntake(Offers offers, Stocks stocks, MerchantDirectory merchants) {
        this.offers = offers;
        this.stocks = stocks;
        this.merchants = merchants;
    }

    /** @param name tells several offers of one import row apart, and is the same at every repeat */
    public record Newcomer(String merchantId, String name, Category category, OfferForm form) {
        String offerId() {
            return Offers.id(merchantId, name);
        }

        private OfferTerms terms() {
            return form.terms(category);
        }
    }

    public List<FieldProblem> problems(OfferForm form, Instant now) {
        return form.terms(Category.OTHER).problems(now);
    }

    /** @return the merchants for whom an offer was created; the others had theirs */
    public Set<String> takeIn(List<Newcomer> newcomers, String staffId, Instant now) {
        Set<String> known = offers
                .findAll(newcomers.stream().map(Newcomer::offerId).toList())
                .stream()
                .map(Offer::id)
                .collect(Collectors.toSet());
        List<Newcomer> missing = newcomers.stream()
                .filter(newcomer -> !known.contains(newcomer.offerId()))
                .toList();
        Map<String, String> paths = merchants.organisationPaths(
                missing.stream().map(Newcomer::merchantId).toList());
        // Stocks first: an offer that is live must have one, also when the process dies in between.
        stocks.openAll(missing.stream()
                .map(newcomer -> new Stocks.Opening(newcomer.offerId(), newcomer.merchantId, newcomer.form.stock()))
                .toList());
        Set<String> taken = offers.insertNew(missing.stream()
                .map(newcomer -> Offer.imported(
                        newcomer.offerId(),
                        newcomer.merchantId,
                        paths.getOrDefault(newcomer.merchantId, Attachment.HEAD_OFFICE.organisationPath()),
                        newcomer.terms(),
                        staffId,
                        now))
                .toList());
        return missing.stream()
                .filter(newcomer -> !taken.contains(newcomer.offerId()))
                .map(Newcomer::merchantId)
                .collect(Collectors.toSet());
    }
}
