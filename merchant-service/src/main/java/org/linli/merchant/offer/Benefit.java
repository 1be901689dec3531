package org.linli.merchant.offer;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An offer in a few words, as people say it: 20 per cent off is 8折, 15 is 8.5折. */
@Component
class Benefit {
    private static final String KEY = "offer.benefit.";

    private final MessageSource messages;

    Benefit(MessageSource messages) {
        this.messages = messages;
    }

    String inWords(OfferTerms terms, Locale locale) {
        Discount discount = terms.discount();
        Object[] figures =
                switch (discount.kind()) {
                    case PERCENT -> {
                        int percent = Objects.requireNonNull(discount.percentOff());
                        yield new Object[] {tenths(100 - percent), String.valueOf(percent)};
                    }
                    case CASH_OFF -> new Object[] {yuan(discount.thresholdFen()), yuan(discount.offFen())};
                    case FIXED_PRICE -> new Object[] {yuan(discount.priceFen()), yuan(discount.listPriceFen())};
                    case GIFT -> new Object[0];
                };
        String words = messages.getMessage(KEY + discount.kind(), figures, locale);
        return terms.conditions().bankCardOnly()
                ? messages.getMessage(KEY + "bank-card", new Object[] {words}, locale)
                : words;
    }

    private static String tenths(int percent) {
        return percent % 10 == 0 ? String.valueOf(percent / 10) : percent / 10 + "." + percent % 10;
    }

    private static String yuan(@Nullable Long amount) {
        long fen = Objects.requireNonNull(amount);
        return fen % 100 == 0 ? String.valueOf(fen / 100) : String.format("%d.%02d", fen / 100, fen % 100);
    }
}
