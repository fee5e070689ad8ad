package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.AuditCommand;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param prefix of its topics
 * @param embargoed records left out, because they may not be seen yet
 * @param refused items of the files that were none
 * @param audit its topics against what is promised of them, and the digest
 * @param comparison with another run, where that was asked for
 */
record ReplayReport(
    String prefix,
    int embargoed,
    long refused,
    Audit.Report audit,
    @Nullable RunComparison comparison) {

  /** Prints it; returns the exit code that tells it. */
  int print(ComparisonOptions show, boolean json, PrintWriter out) throws JsonProcessingException {
    if (json) {
      out.println(Json.mapper().writeValueAsString(this));
    } else {
      if (embargoed > 0) {
        out.printf("%,d records are under an embargo and were left out%n", embargoed);
      }
      if (comparison != null) {
        show.print(comparison, false, out);
        out.println();
      }
      AuditCommand.print(audit, out);
    }
    out.flush();
    if (refused > 0 || !audit.faults().isEmpty()) {
      return Exit.FAILED;
    }
    return comparison == null ? Exit.OK : comparison.exit();
  }
}
