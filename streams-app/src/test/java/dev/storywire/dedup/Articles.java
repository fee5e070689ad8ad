package dev.storywire.dedup;

import dev.storywire.text.clean.CleanArticle;
import java.util.List;

/** Short articles written for the tests of this package. */
public final class Articles {
  public static final String STORM =
      "A storm tore the roof off the fish market in Port Else on Tuesday and sank eleven boats, the"
          + " harbour master, Ada Lind, said. Nobody was hurt, because the market had closed early."
          + " The town council will meet on Thursday to decide who pays for the repairs, which Lind put"
          + " at 2.4 million crowns. Two ferries to Gull Island were cancelled and will sail again on"
          + " Friday if the wind drops, the Coastal Line company said in a statement.";

  public static final String STORM_BY_ANOTHER =
      "Fishermen in Port Else were counting their losses on Wednesday after Tuesday's gale, the worst"
          + " in ten years. The market hall stands open to the sky. Harbour master Ada Lind told"
          + " reporters that the damage came to 2.4 million crowns and eleven boats. The council wants"
          + " the state to help, said its chairman, Tom Berg, who walked along the quay in the"
          + " morning. Passengers for Gull Island have to wait.";

  public static final String NOTICE =
      "The Central Bank of Norland bought 200 million crowns of bills from dealers on Monday at an"
          + " average rate of 4.25 percent, the bank said. The shortage in the money market was"
          + " estimated at 350 million crowns. Bills of 30 days were taken at 4.20 percent.";

  public static final String NOTICE_NEXT_DAY =
      "The Central Bank of Norland bought 150 million crowns of bills from dealers on Tuesday at an"
          + " average rate of 4.31 percent, the bank said. The shortage in the money market was"
          + " estimated at 280 million crowns. Bills of 60 days were taken at 4.28 percent.";

  private Articles() {}

  public static Fingerprint fingerprint(String headline, String... paragraphs) {
    return new Fingerprinter().of(CleanArticle.of(headline, List.of(paragraphs)));
  }

  /** Returns the first sentences of a text. */
  public static String trimmed(String text, int sentences) {
    int end = 0;
    for (int i = 0; i < sentences; i++) {
      end = text.indexOf(". ", end) + 1;
    }
    return text.substring(0, end);
  }
}
