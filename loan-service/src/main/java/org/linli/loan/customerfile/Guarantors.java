package org.linli.loan.customerfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.GuaranteeRings.Found;
import org.linli.loan.customerfile.GuarantorVerdict.Reason;
import org.linli.loan.customerfile.Party.Role;
import org.springframework.stereotype.Component;

/** Judges a file's guarantors as things stand now. */
@Component
class Guarantors {
    private final CustomerFileStore files;
    private final SharedKeys shares;
    private final CustomerFileSettings settings;

    Guarantors(CustomerFileStore files, SharedKeys shares, CustomerFileSettings settings) {
        this.files = files;
        this.shares = shares;
        this.settings = settings;
    }

    /** By the guarantor's id within the file. */
    Map<String, GuarantorVerdict> verdicts(CustomerFile file) {
        Map<String, GuarantorVerdict> verdicts = new LinkedHashMap<>();
        file.withRole(Role.GUARANTOR).forEach(one -> verdicts.put(one.id(), verdict(file, one)));
        return verdicts;
    }

    GuarantorVerdict verdict(CustomerFile file, Party guarantor) {
        Neighbourhood around = new Neighbourhood(files, shares, settings.ringFiles());
        around.know(file);
        String person = guarantor.keys().person();
        if (isOfOneHousehold(around, file, person)) {
            return GuarantorVerdict.refused(Reason.OWN_HOUSEHOLD);
        }
        if (around.having(person, one -> one.role() == Role.GUARANTOR).size() > settings.maxGuarantees()) {
            return GuarantorVerdict.refused(Reason.TOO_MANY_GUARANTEES);
        }
        GuarantorVerdict verdict = overRings(around, file, person);
        return around.incomplete() && verdict.kind() != GuarantorVerdict.Kind.REFUSED
                ? GuarantorVerdict.unknown()
                : verdict;
    }

    /** Also when they are together in another file than this one. */
    private static boolean isOfOneHousehold(Neighbourhood around, CustomerFile file, String person) {
        Set<String> household = file.people().stream()
                .filter(one -> one.role().isHousehold())
                .map(one -> one.keys().person())
                .collect(Collectors.toSet());
        return around.having(person, one -> one.role().isHousehold()).stream()
                .flatMap(other -> other.people().stream())
                .anyMatch(one -> one.role().isHousehold()
                        && household.contains(one.keys().person()));
    }

    private GuarantorVerdict overRings(Neighbourhood around, CustomerFile file, String person) {
        GuaranteeRings rings = new GuaranteeRings(
                around::guarantorsOf,
                other -> inOneGroup(file, around.file(other)),
                settings.ringLength(),
                settings.ringFiles());
        GuarantorVerdict verdict = GuarantorVerdict.usable();
        for (CustomerFile theirs : around.having(person, one -> one.role().isHousehold())) {
            Found found = rings.through(file.id(), theirs.id());
            switch (found.kind()) {
                case LEAVING_GROUP:
                    return GuarantorVerdict.ring(found.ring());
                case GAVE_UP:
                    return GuarantorVerdict.unknown();
                case INSIDE_GROUP:
                    verdict = GuarantorVerdict.inGroup(found.ring());
                    break;
                case NONE:
                    break;
            }
        }
        return verdict;
    }

    private static boolean inOneGroup(CustomerFile file, @Nullable CustomerFile other) {
        String group = file.jointGroupId();
        return other != null && group != null && group.equals(other.jointGroupId());
    }
}
