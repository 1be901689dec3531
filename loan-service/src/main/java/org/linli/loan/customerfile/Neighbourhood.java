package org.linli.loan.customerfile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files around one, loaded as they are asked for and at most so many of them; for one question only. */
final class Neighbourhood {
    private final CustomerFileStore files;
    private final SharedKeys shares;
    private final int most;
    private final Map<String, CustomerFile> loaded = new HashMap<>();
    private boolean incomplete;

    Neighbourhood(CustomerFileStore files, SharedKeys shares, int most) {
        this.files = files;
        this.shares = shares;
        this.most = most;
    }

    /** Those with a person of this kind who has the key. */
    List<CustomerFile> having(String key, Predicate<Party> as) {
        SharedKeys.Sharing sharing = shares.of(key);
        incomplete |= sharing.crowded();
        load(sharing.files());
        return sharing.files().stream()
                .map(loaded::get)
                .filter(file -> file != null
                        && file.people().stream()
                                .anyMatch(
                                        one -> as.test(one) && one.keys().all().contains(key)))
                .toList();
    }

    /** The files of the households that guarantee for this one. */
    Set<String> guarantorsOf(String fileId) {
        Set<String> found = new LinkedHashSet<>();
        CustomerFile file = file(fileId);
        if (file != null) {
            file.withRole(Party.Role.GUARANTOR)
                    .flatMap(guarantor ->
                            having(guarantor.keys().person(), one -> one.role().isHousehold()).stream())
                    .forEach(other -> found.add(other.id()));
        }
        return found;
    }

    @Nullable CustomerFile file(String id) {
        load(List.of(id));
        return loaded.get(id);
    }

    private void load(List<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !loaded.containsKey(id)).toList();
        if (loaded.size() + missing.size() > most) {
            incomplete = true;
            return;
        }
        files.findAll(missing).forEach(file -> loaded.put(file.id(), file));
    }

    void know(CustomerFile file) {
        loaded.put(file.id(), file);
    }

    /** Something was not looked at: what was not found may be there all the same. */
    boolean incomplete() {
        return incomplete;
    }
}
