package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.merchant.audience.Rule.Shops;
import org.linli.merchant.category.Category;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a rule in words, in the reader's language. */
@Component
class RuleWords {
    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Rule rule, Locale locale) {
        if (rule instanceof Rule.All all) {
            return joined("and", all.parts(), locale);
        }
        if (rule instanceof Rule.Any any) {
            return joined("or", any.parts(), locale);
        }
        if (rule instanceof Rule.Not not) {
            return say("not", locale, of(not.part(), locale));
        }
        if (rule instanceof Rule.Customer customer) {
            return say(customer.wanted() ? "customer" : "no-customer", locale);
        }
        if (rule instanceof Rule.Borrower borrower) {
            return say(borrower.wanted() ? "borrower" : "no-borrower", locale);
        }
        if (rule instanceof Rule.OneOf one) {
            List<String> words = one.words().stream()
                    .map(word -> one.trait() == Trait.GENDER ? say("gender." + word, locale) : word)
                    .toList();
            return say(one.trait().field(), locale, list(words, locale));
        }
        if (rule instanceof Rule.Did did) {
            return did(did, locale);
        }
        if (rule instanceof Rule.Likes likes) {
            return say("favourites", locale, shops(likes.shops(), locale));
        }
        Rule.Near near = (Rule.Near) rule;
        return say("distance", locale, centre(near.centre(), locale), String.valueOf(near.withinMeters()));
    }

    private String joined(String word, List<Rule> parts, Locale locale) {
        return parts.size() == 1
                ? of(parts.get(0), locale)
                : parts.stream()
                        .map(part -> of(part, locale))
                        .collect(Collectors.joining(say(word, locale), say("open", locale), say("close", locale)));
    }

    private String did(Rule.Did did, Locale locale) {
        Integer atMost = did.atMost();
        String times = atMost == null
                ? say("at-least", locale, String.valueOf(did.atLeast()))
                : say("between", locale, String.valueOf(did.atLeast()), String.valueOf(atMost));
        return say(
                did.act() == Rule.Act.CLAIMS ? "claims" : "redemptions",
                locale,
                String.valueOf(did.withinDays()),
                shops(did.shops(), locale),
                times);
    }

    private String shops(Shops shops, Locale locale) {
        List<String> said = new ArrayList<>();
        if (!shops.categories().isEmpty()) {
            List<String> names = shops.categories().stream()
                    .map(Category::of)
                    .map(category ->
                            locale.getLanguage().equals("en") ? category.englishName() : category.chineseName())
                    .sorted()
                    .toList();
            said.add(say("of-categories", locale, list(names, locale)));
        }
        if (!shops.merchants().isEmpty()) {
            said.add(say("of-merchants", locale, list(shops.merchants(), locale)));
        }
        return said.isEmpty() ? say("anywhere", locale) : String.join("", said);
    }

    private String centre(Rule.Centre centre, Locale locale) {
        if (centre.branchId() != null) {
            return say("centre.branch", locale, centre.branchId());
        }
        return centre.merchantId() != null
                ? say("centre.merchant", locale, centre.merchantId())
                : say("centre.point", locale);
    }

    private String list(Collection<String> words, Locale locale) {
        return String.join(say("comma", locale), words);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("audience." + key, arguments, locale);
    }
}
