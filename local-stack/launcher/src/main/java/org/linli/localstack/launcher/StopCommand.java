package org.linli.localstack.launcher;

import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "stop", description = "Stops what is running.")
final class StopCommand implements Runnable {
    @Override
    public void run() {
        List<String> stopped = new PidFiles(Layout.ofCheckout().run()).stopAll();
        System.out.println(stopped.isEmpty() ? "nothing was running" : "stopped " + String.join(", ", stopped));
    }
}
