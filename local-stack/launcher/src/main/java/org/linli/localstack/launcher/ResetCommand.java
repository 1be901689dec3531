package org.linli.localstack.launcher;

import java.nio.file.Files;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Stops everything and deletes all local data.")
final class ResetCommand implements Runnable {
    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public void run() {
        Layout layout = Layout.ofCheckout();
        if (!yes && !confirmed(layout)) {
            throw new PlatformException("nothing was deleted");
        }
        new PidFiles(layout.run()).stopAll();
        for (String part : new String[] {"data", "logs", "run", "imports"}) {
            Preparation.deleteTree(layout.state().resolve(part));
        }
        deleteFile(layout, "demo.json");
        deleteFile(layout, "secrets.json");
        deleteFile(layout, "jwt-signing-key.pem");
        System.out.println("all local data is deleted; the next start begins anew");
    }

    private static boolean confirmed(Layout layout) {
        System.out.print("Stop everything and delete all data in " + layout.state() + "? Type yes: ");
        Scanner answers = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
    }

    private static void deleteFile(Layout layout, String name) {
        try {
            Files.deleteIfExists(layout.state().resolve(name));
        } catch (java.io.IOException e) {
            throw new PlatformException("cannot delete " + name + ": " + e.getMessage());
        }
    }
}
