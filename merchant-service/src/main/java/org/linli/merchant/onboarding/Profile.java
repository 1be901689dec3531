package org.linli.merchant.onboarding;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;
import org.springframework.data.annotation.PersistenceCreator;

/** What everybody may see of a merchant. */
record Profile(
        String name,
        Category category,
        String address,
        GeoPoint point,
        @Nullable String openingHours,
        List<String> photos,
        List<String> tags) {

    /** @param tags absent from what was stored before there were any */
    @PersistenceCreator
    Profile(
            String name,
            Category category,
            String address,
            GeoPoint point,
            @Nullable String openingHours,
            List<String> photos,
            @Nullable List<String> tags) {
        this.name = name;
        this.category = category;
        this.address = address;
        this.point = point;
        this.openingHours = openingHours;
        this.photos = photos;
        this.tags = tags == null ? List.of() : List.copyOf(tags);
    }

    Profile(
            String name,
            Category category,
            String address,
            GeoPoint point,
            @Nullable String openingHours,
            List<String> photos) {
        this(name, category, address, point, openingHours, photos, List.of());
    }

    Profile tagged(@Nullable List<String> with) {
        return new Profile(
                name,
                category,
                address,
                point,
                openingHours,
                photos,
                with == null
                        ? List.of()
                        : with.stream().map(String::strip).distinct().toList());
    }

    /** Whether events tell of the difference. */
    boolean looksLike(Profile other) {
        return name.equals(other.name)
                && category == other.category
                && address.equals(other.address)
                && point.equals(other.point)
                && Objects.equals(openingHours, other.openingHours)
                && tags.equals(other.tags);
    }
}
