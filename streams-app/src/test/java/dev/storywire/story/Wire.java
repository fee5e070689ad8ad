package dev.storywire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A morning on the wire: articles of three agencies on four events, with all kinds of later
 * changes. Each article has a word that occurs in no other ({@link #mark}).
 */
public final class Wire {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the harbour"
          + " master, Ada Lind, said. Twelve ships are waiting outside and will be sent to Brenholm if"
          + " the quay is not free by the weekend, the Coastal Line company said in a statement.";
  private static final String SCHOOLS =
      "Schools in the town of Ostby will stay shut until Monday because of a burst water main, the"
          + " council said. Some four hundred pupils are at home, and the swimming baths are dry."
          + " The main dates from 1931; the crew that digs it up has found two more leaks, the council's"
          + " engineer, Nils Holt, said, and the school buses now carry water to the old people's home.";
  private static final String BANK =
      "The savings bank of Norland lowered its mortgage rate by a quarter of a point on Wednesday, the"
          + " first cut in two years. Its chairman, Tom Berg, said that demand for loans was weak.";
  private static final String OPERA =
      "The soprano Mira Falk fell ill an hour before the first night of the new opera in Haverhus, and"
          + " a student from the chorus sang her part from the wings to long applause.";

  private Wire() {}

  /** Returns the word that identifies an article. */
  public static String mark(String uri) {
    return "Zq" + uri.substring(uri.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT) + "xj";
  }

  /** Returns all messages in the order in which they were made. */
  public static List<Item> messages() {
    List<Item> all = new ArrayList<>();
    add(all, article("urn:port", "Kelsund port shuts", PORT).slugline("Kelsund-Port"));
    add(all, article("urn:portcopy", "Crane closes port", PORT).source("Island Gazette"));
    add(all, article("urn:port", "Kelsund port shuts", PORT + " No one was hurt.").version(2));
    add(all, article("urn:school", "Ostby schools shut", SCHOOLS));
    add(all, article("urn:schoolcopy", "Pupils at home", SCHOOLS).source("North Coast Post"));
    add(all, article("urn:bank", "Norland bank cuts rate", BANK));
    add(all, article("urn:opera", "Student saves opera", OPERA).source("Island Gazette"));
    add(all, note("urn:hold", "Note").says("holds", "urn:port"));
    add(all, note("urn:go", "Note").says("releases", "urn:port"));
    add(all, article("urn:school", "Ostby schools shut", SCHOOLS).version(2).status("withheld"));
    add(all, article("urn:school", "Ostby schools shut", SCHOOLS).version(3));
    add(all, note("urn:false", "Note").source("Island Gazette").says("kills", "urn:bank"));
    add(
        all,
        Item.of(
            "urn:bankkill", "KILL KILL KILL", "Please kill item 12 \"Norland bank cuts rate\"."));
    add(
        all,
        article("urn:operanew", "CORRECTED-Student saves opera", OPERA).source("Island Gazette"));
    add(
        all,
        article("urn:portcopy", "", "").source("Island Gazette").version(2).status("canceled"));
    add(all, article("urn:bank", "Norland bank rate", BANK).version(2));
    return all;
  }

  private static void add(List<Item> all, Item item) {
    all.add(item.minute(all.size()));
  }

  private static Item article(String uri, String headline, String text) {
    return Item.of(uri, headline, mark(uri) + " reports: " + text);
  }

  private static Item note(String uri, String headline) {
    return Item.of(uri, headline, "");
  }
}
