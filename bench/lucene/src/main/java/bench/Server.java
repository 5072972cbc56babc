package bench;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs all queries once for each order that is read, a line of JSON each, and answers with a line. */
final class Server {
    /** Mode, clients at once, hits of an answer, whether the answers are wanted too. */
    record Order(String mode, int clients, int size, boolean detail) {}

    /** Times by query as the first client saw them, in nanoseconds, and hits by query. */
    record Reply(long[] nanos, long[] hits, long elapsed, List<Answer> answers) {}

    private final Engine engine;
    private final List<Question> questions;

    private Server(Engine engine, List<Question> questions) {
        this.engine = engine;
        this.questions = questions;
    }

    static void serve(Path folder, Path queries) throws Exception {
        Gson gson = new Gson();
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(queries)) {
            questions.add(gson.fromJson(line, Question.class));
        }
        Server server = new Server(new Engine(folder), questions);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(gson.toJson(server.run(gson.fromJson(line, Order.class))));
        }
    }

    private Reply run(Order order) throws Exception {
        Reply reply = new Reply(new long[questions.size()], new long[questions.size()], 0,
                order.detail() ? new ArrayList<>() : null);
        List<Thread> others = new ArrayList<>();
        long start = System.nanoTime();
        for (int client = 1; client < order.clients(); client++) {
            int first = client * questions.size() / order.clients();
            Thread t = new Thread(() -> ask(order, first, null));
            t.start();
            others.add(t);
        }
        ask(order, 0, reply);
        for (Thread t : others) {
            t.join();
        }
        return new Reply(reply.nanos(), reply.hits(), System.nanoTime() - start, reply.answers());
    }

    private void ask(Order order, int first, Reply reply) {
        for (int n = 0; n < questions.size(); n++) {
            int i = (first + n) % questions.size();
            long start = System.nanoTime();
            Answer answer;
            try {
                answer = engine.answer(questions.get(i), order.mode(), order.size());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            if (reply == null) {
                continue;
            }
            reply.nanos()[i] = System.nanoTime() - start;
            reply.hits()[i] = answer.hits();
            if (reply.answers() != null) {
                reply.answers().add(answer);
            }
        }
    }
}
