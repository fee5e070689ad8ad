package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.AuditCommand;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The result of a replay.
 *
 * @param prefix prefix of its topics
 * @param embargoed number of records that were left out because of an embargo
 * @param refused number of items of the files that were refused
 * @param audit the audit of its topics, with the digest
 * @param comparison the comparison with another run, if requested
 */
record ReplayReport(
    String prefix,
    int embargoed,
    long refused,
    Audit.Report audit,
    @Nullable RunComparison comparison) {

  /** Prints the result and returns the exit code. */
  int print(ComparisonOptions show, boolean json, PrintWriter out) throws JsonProcessingException {
    if (json) {
      out.println(Json.mapper().writeValueAsString(this));
    } else {
      if (embargoed > 0) {
        out.printf("%,d under embargo, left out%n", embargoed);
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
