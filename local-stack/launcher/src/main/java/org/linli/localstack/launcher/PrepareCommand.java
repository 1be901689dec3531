package org.linli.localstack.launcher;

import picocli.CommandLine.Command;

@Command(name = "prepare", description = "Lays the built services out on disk and archives their classes.")
final class PrepareCommand implements Runnable {
    @Override
    public void run() {
        new Preparation(Layout.ofCheckout(), System.out::println).run();
    }
}
