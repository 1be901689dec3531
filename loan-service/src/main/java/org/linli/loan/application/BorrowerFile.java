package org.linli.loan.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one merchant has applied for, oldest first: answers "this merchant's applications" and "is one open" by the
 * merchant's id alone. An application gets its place here before it is stored; a crash in between leaves a place
 * without an application, which counts as nothing and is filled by the next submission.
 */
@Document(BorrowerFile.COLLECTION)
record BorrowerFile(
        @Id String merchantId, @Version @Nullable Long version, List<Place> places) {
    static final String COLLECTION = "borrower_files";

    BorrowerFile {
        places = List.copyOf(places);
    }

    static BorrowerFile empty(String merchantId) {
        return new BorrowerFile(merchantId, null, List.of());
    }

    BorrowerFile with(String applicationId, String productCode) {
        List<Place> longer = new ArrayList<>(places);
        longer.add(new Place(applicationId, productCode));
        return new BorrowerFile(merchantId, version, longer);
    }

    List<String> applicationIds() {
        return places.stream().map(Place::applicationId).toList();
    }

    List<String> applicationIds(String productCode) {
        return places.stream()
                .filter(place -> place.productCode().equals(productCode))
                .map(Place::applicationId)
                .toList();
    }

    /** A place of the product that no stored application fills. */
    Optional<String> unfilled(String productCode, Collection<String> storedIds) {
        return applicationIds(productCode).stream()
                .filter(id -> !storedIds.contains(id))
                .findFirst();
    }

    record Place(String applicationId, String productCode) {}
}
