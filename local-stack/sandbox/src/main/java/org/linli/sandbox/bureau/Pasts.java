package org.linli.sandbox.bureau;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who has which past, and who was asked about. */
@Component
class Pasts {
    private static final int MOST_KEPT = 10_000;

    record Question(String customerNumber, String purpose, String reference, int times) {
        Question again() {
            return new Question(customerNumber, purpose, reference, times + 1);
        }
    }

    private final Map<String, Profile> given = bounded();
    private final Map<String, Question> questions = bounded();

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    synchronized void give(String customerNumber, Profile profile) {
        given.put(customerNumber, profile);
    }

    synchronized Profile of(String customerNumber) {
        return given.getOrDefault(customerNumber, Profile.of(customerNumber));
    }

    synchronized void asked(String customerNumber, String purpose, String reference) {
        Question known = questions.get(reference);
        questions.put(reference, known == null ? new Question(customerNumber, purpose, reference, 1) : known.again());
    }

    synchronized List<Question> questions() {
        return List.copyOf(questions.values());
    }
}
