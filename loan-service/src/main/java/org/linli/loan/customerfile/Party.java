package org.linli.loan.customerfile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A person of a file, sealed (rule P-4).
 *
 * @param id unique within the file; the sealed values are bound to it
 * @param relation of a member to the holder, such as {@code SPOUSE}
 * @param sealed name, identity number, phone and address, each encrypted
 * @param masked what lists show
 * @param keys by which the same person, phone or address is found elsewhere
 * @param monthlyIncomeFen of a guarantor, if known
 * @param accepted when somebody accepted the guarantor
 */
record Party(
        @Id String id,
        Role role,
        @Nullable Kinship relation,
        Sealed sealed,
        Masked masked,
        Keys keys,
        @Nullable Long monthlyIncomeFen,
        @Nullable Acceptance accepted) {

    /** As whom someone is in a file. */
    enum Role {
        HOLDER,
        MEMBER,
        GUARANTOR;

        /** Of the same household: one economic unit. */
        boolean isHousehold() {
            return this != GUARANTOR;
        }
    }

    /** What a member is to the holder. */
    enum Kinship {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        PARTNER,
        OTHER
    }

    record Sealed(
            String name,
            String idNumber,
            @Nullable String phone,
            @Nullable String address) {}

    record Masked(String name, String idNumber, @Nullable String phone) {}

    /** Keyed hashes. */
    record Keys(
            String person, @Nullable String phone, @Nullable String address) {
        List<String> all() {
            return Stream.of(person, phone, address).filter(Objects::nonNull).toList();
        }
    }

    record Acceptance(String by, Instant at) {}

    Party acceptedBy(String by, Instant at) {
        return new Party(id, role, relation, sealed, masked, keys, monthlyIncomeFen, new Acceptance(by, at));
    }

    @Override
    public String toString() {
        return "Party[" + id + ", " + role + "]";
    }
}
