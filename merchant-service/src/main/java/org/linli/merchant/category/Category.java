package org.linli.merchant.category;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Requests name a category by its Chinese name or its code; answers and events carry the Chinese name. */
public enum Category {
    DINING("餐饮", "Dining"),
    SHOPPING("购物", "Shopping"),
    LIFE("生活服务", "Local services"),
    LEISURE("运动休闲", "Sport and leisure"),
    LODGING("住宿", "Lodging"),
    OTHER("其他", "Other");

    private final String chineseName;
    private final String englishName;

    Category(String chineseName, String englishName) {
        this.chineseName = chineseName;
        this.englishName = englishName;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chineseName() {
        return chineseName;
    }

    public String englishName() {
        return englishName;
    }

    public static Optional<Category> named(String nameOrCode) {
        return Arrays.stream(values())
                .filter(category -> category.chineseName.equals(nameOrCode)
                        || category.code().equals(nameOrCode))
                .findFirst();
    }

    /** For a name that validation has let through. */
    public static Category of(String nameOrCode) {
        return named(nameOrCode)
                .orElseThrow(() -> new IllegalArgumentException("category: " + nameOrCode + " (expected: one listed)"));
    }
}
