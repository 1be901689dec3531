package org.linli.loan.whatif;

import java.util.List;

/** What became of the wish for a run. */
sealed interface WhatIfStart {
    record Started(WhatIfRun run) implements WhatIfStart {}

    record UnknownSource(List<String> known) implements WhatIfStart {}

    record UnknownVersion() implements WhatIfStart {}

    record OneIsRunning() implements WhatIfStart {}

    record TooMany(long cases, long most) implements WhatIfStart {}
}
