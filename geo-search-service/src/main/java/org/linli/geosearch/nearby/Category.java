package org.linli.geosearch.nearby;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The categories by which one may search, by Chinese name or by code. Events and index carry the name. */
enum Category {
    DINING("餐饮", "dining"),
    SHOPPING("购物", "shopping"),
    LIFE_SERVICES("生活服务", "life"),
    LEISURE("运动休闲", "leisure"),
    LODGING("住宿", "lodging"),
    OTHER("其他", "other");

    private final String chinese;
    private final String code;

    Category(String chinese, String code) {
        this.chinese = chinese;
        this.code = code;
    }

    String chinese() {
        return chinese;
    }

    static Optional<Category> named(String nameOrCode) {
        return Arrays.stream(values())
                .filter(category -> category.chinese.equals(nameOrCode) || category.code.equals(nameOrCode))
                .findFirst();
    }

    /** Chinese names of those whose name or code begins like this. */
    static List<String> startingWith(String typed) {
        return Arrays.stream(values())
                .filter(category -> category.chinese.startsWith(typed) || category.code.startsWith(typed))
                .map(Category::chinese)
                .toList();
    }

    static String codes() {
        return Arrays.stream(values()).map(category -> category.code).collect(Collectors.joining(", "));
    }
}
