package bench;

import java.nio.file.Path;

/** Lucene as a peer: {@code build DOCUMENTS FOLDER} or {@code serve FOLDER QUERIES}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: build DOCUMENTS FOLDER | serve FOLDER QUERIES");
        }
        Path first = Path.of(args[1]);
        Path second = Path.of(args[2]);
        switch (args[0]) {
            case "build" -> Builder.build(first, second);
            case "serve" -> Server.serve(first, second);
            default -> throw new IllegalArgumentException("unknown command " + args[0]);
        }
    }
}
