package org.linli.merchant.category;

import java.util.Arrays;
import java.util.List;
import org.linli.starter.security.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CategoryController {
    @Open
    @GetMapping("/api/v1/categories")
    Listing categories() {
        return new Listing(Arrays.stream(Category.values())
                .map(category -> new Item(category.code(), category.chineseName(), category.englishName()))
                .toList());
    }

    record Listing(List<Item> items) {}

    record Item(String code, String name, String nameEn) {}
}
