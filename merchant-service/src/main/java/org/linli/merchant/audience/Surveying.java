package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Service;

/** Asks who belongs to a segment: how many, and whom. Consent and caps are applied already here (rule M-5). */
@Service
class Surveying {
    /** For what people are contacted. */
    static final String MARKETING = "MARKETING";

    private final FactsStore store;
    private final Moments moments;
    private final AudienceSettings settings;

    Surveying(FactsStore store, Moments moments, AudienceSettings settings) {
        this.store = store;
        this.moments = moments;
        this.settings = settings;
    }

    /**
     * What a sending would find.
     *
     * @param size how many would be contacted
     * @param capped who belong and agreed, but have been contacted often enough
     * @param sample some of those counted, by chance
     */
    record DryRun(int size, int capped, List<Facts> sample) {}

    Question question(Rule rule, String place) {
        return new Question(rule, moments.now(), MARKETING, place);
    }

    DryRun dryRun(Rule rule, String place) {
        Question question = question(rule, place);
        int since = capSince(question.moment().today());
        int[] found = new int[2];
        List<Facts> sample = new ArrayList<>();
        store.walk(MARKETING, place, null, facts -> {
            if (question.test(facts)) {
                boolean capped = isCapped(facts, since);
                int number = ++found[capped ? 1 : 0];
                if (!capped) {
                    draw(sample, facts, number);
                }
            }
            return true;
        });
        return new DryRun(found[0], found[1], sample);
    }

    /** Everyone so far is in the sample equally likely. */
    private void draw(List<Facts> sample, Facts facts, int number) {
        if (sample.size() < settings.sample()) {
            sample.add(facts);
        } else {
            int place = ThreadLocalRandom.current().nextInt(number);
            if (place < sample.size()) {
                sample.set(place, facts);
            }
        }
    }

    int capSince(int today) {
        return today - settings.capDays() + 1;
    }

    private boolean isCapped(Facts facts, int since) {
        return Caps.used(facts.contacts(), MARKETING, since) >= settings.capTimes();
    }
}
