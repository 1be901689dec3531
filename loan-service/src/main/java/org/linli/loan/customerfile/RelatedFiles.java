package org.linli.loan.customerfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.linli.loan.customerfile.FileFacts.RelationKind;
import org.springframework.stereotype.Component;

/** Finds related parties: files that share a person, a phone, an address or a guarantor with one. */
@Component
class RelatedFiles {
    private final CustomerFileStore files;
    private final SharedKeys shares;
    private final int most;

    RelatedFiles(CustomerFileStore files, SharedKeys shares, CustomerFileSettings settings) {
        this.files = files;
        this.shares = shares;
        this.most = settings.ringFiles();
    }

    /** @param incomplete there may be more than were looked at */
    record Related(Map<String, TreeSet<RelationKind>> kinds, Map<String, CustomerFile> files, boolean incomplete) {}

    Related of(CustomerFile file) {
        Neighbourhood around = new Neighbourhood(files, shares, most);
        around.know(file);
        Map<String, TreeSet<RelationKind>> kinds = new LinkedHashMap<>();
        Map<String, CustomerFile> found = new LinkedHashMap<>();
        for (Party ours : file.people()) {
            for (String key : ours.keys().all()) {
                for (CustomerFile other : around.having(key, any -> true)) {
                    if (!other.id().equals(file.id())) {
                        found.put(other.id(), other);
                        relate(ours, key, other, kinds.computeIfAbsent(other.id(), any -> new TreeSet<>()));
                    }
                }
            }
        }
        return new Related(kinds, found, around.incomplete());
    }

    private static void relate(Party ours, String key, CustomerFile other, TreeSet<RelationKind> kinds) {
        for (Party theirs : other.people()) {
            if (key.equals(theirs.keys().person())) {
                kinds.add(samePerson(ours.role().isHousehold(), theirs.role().isHousehold()));
            } else if (key.equals(theirs.keys().phone())) {
                kinds.add(RelationKind.SHARED_PHONE);
            } else if (key.equals(theirs.keys().address())) {
                kinds.add(RelationKind.SHARED_ADDRESS);
            }
        }
    }

    private static RelationKind samePerson(boolean ourHousehold, boolean theirHousehold) {
        if (ourHousehold) {
            return theirHousehold ? RelationKind.SAME_PERSON : RelationKind.GUARANTEES_FOR;
        }
        return theirHousehold ? RelationKind.GUARANTEED_BY : RelationKind.SHARED_GUARANTOR;
    }
}
