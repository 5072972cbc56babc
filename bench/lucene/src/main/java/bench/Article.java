package bench;

import java.util.List;

/** A document as the driver writes it, a line of JSON each. */
record Article(String id, String outlet, String year, String title, String text, List<String> actors) {}
