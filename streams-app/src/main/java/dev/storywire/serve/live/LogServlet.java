package dev.storywire.serve.live;

import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.topics.EventLog;
import dev.storywire.serve.topics.LogPosition;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/story-events}: streams the log of story events, and resumes by Last-Event-ID. */
public final class LogServlet extends StreamServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> PARAMETERS =
      List.of("lane", "story", "entity", "type", "after");
  private static final String BEGINNING = "beginning";

  private final transient LogStream stream;

  public LogServlet(LogStream stream) {
    this.stream = stream;
  }

  @Override
  Consumer<EventConnection> open(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw Problem.badRequest(
            "Unknown parameter '%s'; valid are %s."
                .formatted(Identifiers.cut(name), String.join(", ", PARAMETERS)));
      }
    }
    LogFilter filter =
        new LogFilter(
            text(request.getParameter("lane")),
            text(request.getParameter("story")),
            text(request.getParameter("entity")),
            types(request.getParameterValues("type")));
    String resume = text(request.getHeader("Last-Event-ID"));
    String after = resume == null ? text(request.getParameter("after")) : resume;
    try {
      return stream.open(reader(after), filter);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
          "'%s' is not the id of an event of this log: %s."
              .formatted(Identifiers.cut(String.valueOf(after)), e.getMessage()));
    } catch (EventLog.EventsDeletedException e) {
      throw new Problem(
          HttpStatus.GONE,
          "%s Read the stories again, then start without an id, or with after=%s."
              .formatted(e.getMessage(), BEGINNING));
    } catch (NotReadyException e) {
      throw Problem.unavailable(String.valueOf(e.getMessage()), 1);
    }
  }

  private Supplier<EventLog.Reader> reader(@Nullable String after) {
    EventLog log = stream.log();
    if (after == null) {
      return log::atEnd;
    }
    if (after.equals(BEGINNING)) {
      return log::atBeginning;
    }
    LogPosition position = LogPosition.decode(after);
    return () -> log.at(position);
  }

  private static Set<String> types(String @Nullable [] values) {
    Set<String> types = new HashSet<>();
    for (String value : values == null ? new String[0] : values) {
      types.addAll(Arrays.asList(value.split(",")));
    }
    types.remove("");
    for (String type : types) {
      if (!LogFilter.TYPES.contains(type)) {
        throw Problem.badRequest(
            "type is '%s'; it must be one of %s."
                .formatted(Identifiers.cut(type), String.join(", ", LogFilter.TYPES)));
      }
    }
    return types;
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
