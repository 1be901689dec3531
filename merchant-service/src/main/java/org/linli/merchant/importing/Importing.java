package org.linli.merchant.importing;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.OfferForm;
import org.linli.merchant.offer.OfferIntake;
import org.linli.merchant.onboarding.MerchantIntake;
import org.linli.merchant.onboarding.MerchantIntake.Outcome;
import org.linli.starter.geo.InvalidPointException;
import org.linli.starter.security.Caller;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a batch of places in: merchants first, then their stocks and offers. Ids follow from the rows, so a repeat, also
 * one after a crash in the middle, creates what is missing and nothing twice. A bad row never stops another.
 */
@Service
class Importing {
    private final MerchantIntake merchants;
    private final OfferIntake offers;
    private final Validator validator;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Clock clock;

    Importing(
            MerchantIntake merchants,
            OfferIntake offers,
            Validator validator,
            JsonMapper json,
            MessageSource messages,
            Clock clock) {
        this.merchants = merchants;
        this.offers = offers;
        this.validator = validator;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param items what each good row became */
    record Report(int created, int unchanged, List<Rejection> rejected, List<Item> items) {}

    record Item(String externalId, String merchantId) {}

    Report take(List<JsonNode> rows, Caller staff) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Rejection> rejected = new ArrayList<>();
        Map<String, ImportRow> good = new LinkedHashMap<>();
        int repeated = 0;
        for (int position = 0; position < rows.size(); position++) {
            ImportRow row = read(rows.get(position), position + 1, now, rejected);
            if (row != null && good.putIfAbsent(row.merchantId(), row) != null) {
                repeated++;
            }
        }
        Map<String, Outcome> outcomes =
                merchants.takeIn(good.values().stream().map(ImportRow::merchant).toList(), staff, now);
        good.values().removeIf(row -> isRejected(row, outcomes.get(row.merchantId()), rejected));
        Set<String> withNewOffer =
                offers.takeIn(good.values().stream().flatMap(Importing::offer).toList(), staff.subject(), now);
        int created = (int) good.keySet().stream()
                .filter(id -> outcomes.get(id) == Outcome.CREATED || withNewOffer.contains(id))
                .count();
        rejected.sort(Comparator.comparingInt(Rejection::line));
        List<Item> items = good.values().stream()
                .map(row -> new Item(row.externalId(), row.merchantId()))
                .toList();
        return new Report(created, good.size() - created + repeated, rejected, items);
    }

    private boolean isRejected(ImportRow row, @Nullable Outcome outcome, List<Rejection> rejected) {
        if (outcome == Outcome.LICENCE_TAKEN) {
            rejected.add(rejection(row.line(), "licence-already-registered"));
        } else if (outcome == Outcome.OUTSIDE_SCOPE) {
            rejected.add(rejection(row.line(), "outside-data-scope"));
        }
        return outcome == Outcome.LICENCE_TAKEN || outcome == Outcome.OUTSIDE_SCOPE;
    }

    /** Why, in the words of whoever asks. */
    private Rejection rejection(int line, String code, String... details) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Rejection(line, code, String.valueOf(messages.getMessage("import." + code, details, locale)));
    }

    private static Stream<OfferIntake.Newcomer> offer(ImportRow row) {
        OfferForm form = row.offer();
        return form == null ? Stream.empty() : Stream.of(row.firstOffer(form));
    }

    /** @return null for a row that was rejected */
    private @Nullable ImportRow read(JsonNode node, int position, Instant now, List<Rejection> rejected) {
        int line = node.path("line").isInt() ? node.path("line").intValue() : position;
        try {
            ImportRow row = json.treeToValue(node, ImportRow.class);
            List<String> problems = problems(row, now);
            if (problems.isEmpty()) {
                return row;
            }
            rejected.add(rejection(line, "invalid-parameter", String.join("; ", problems)));
        } catch (JacksonException e) {
            rejected.add(rejection(line, "malformed-row"));
        } catch (InvalidPointException e) {
            rejected.add(rejection(line, "invalid-parameter", String.valueOf(e.getMessage())));
        }
        return null;
    }

    private List<String> problems(ImportRow row, Instant now) {
        List<String> found = new ArrayList<>();
        for (ConstraintViolation<ImportRow> violation : validator.validate(row)) {
            found.add(violation.getPropertyPath() + ": " + violation.getMessage());
        }
        OfferForm offer = row.offer();
        if (found.isEmpty() && offer != null) {
            offers.problems(offer, now)
                    .forEach(problem -> found.add("offer." + problem.field() + ": " + problem.detail()));
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
