package org.linli.loan.whatif;

import java.util.List;

/** What became of the wish for a run. */
sealed interface WhatIfStart {
    <T> T answer(Cases<T> cases);

    record Started(WhatIfRun run) implements WhatIfStart {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.started(run);
        }
    }

    record UnknownSource(List<String> known) implements WhatIfStart {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownSource(known);
        }
    }

    record UnknownVersion() implements WhatIfStart {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownVersion();
        }
    }

    record OneIsRunning() implements WhatIfStart {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.oneIsRunning();
        }
    }

    record TooMany(long cases, long most) implements WhatIfStart {
        @Override
        public <T> T answer(Cases<T> answers) {
            return answers.tooMany(cases, most);
        }
    }

    interface Cases<T> {
        T started(WhatIfRun run);

        T unknownSource(List<String> known);

        T unknownVersion();

        T oneIsRunning();

        T tooMany(long cases, long most);
    }
}
