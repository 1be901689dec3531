package org.linli.merchant.campaign;

import java.util.HashSet;
import java.util.List;

/** @param right the indices of the right options, all of which must be chosen */
public record Question(String text, List<String> options, List<Integer> right) {
    public boolean isRightlyAnsweredBy(List<Integer> chosen) {
        return new HashSet<>(right).equals(new HashSet<>(chosen));
    }
}
