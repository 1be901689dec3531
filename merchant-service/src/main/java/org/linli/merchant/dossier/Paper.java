package org.linli.merchant.dossier;

import java.util.Locale;
import java.util.Set;
import org.linli.merchant.category.Category;

/**
 * A kind of paper.
 *
 * @param placeBound issued for the premises: void after a move
 * @param requiredFor empty for one that may be handed in and never must
 */
public record Paper(String code, String zh, String en, boolean placeBound, Set<Category> requiredFor) {
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
