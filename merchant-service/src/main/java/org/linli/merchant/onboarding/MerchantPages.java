package org.linli.merchant.onboarding;

import java.util.List;
import java.util.function.Function;
import org.linli.starter.web.Page;

/** Lists of merchants for staff, contacts masked. */
final class MerchantPages {
    private MerchantPages() {}

    /** @param found one more than the page holds, when there is a next one */
    static Page<MerchantAnswers.Full> page(List<Merchant> found, int size, Function<Merchant, String> cursor) {
        List<Merchant> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? cursor.apply(shown.get(size - 1)) : null;
        return new Page<>(shown.stream().map(MerchantAnswers.Full::masked).toList(), next);
    }
}
