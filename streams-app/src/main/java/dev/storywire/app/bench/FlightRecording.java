package dev.storywire.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** A Flight Recorder recording of the benchmark, or none. */
final class FlightRecording implements AutoCloseable {
  private final @Nullable Path file;
  private final @Nullable Recording recording;

  private FlightRecording(@Nullable Path file, @Nullable Recording recording) {
    this.file = file;
    this.recording = recording;
  }

  static FlightRecording start(@Nullable Path file) throws IOException {
    if (file == null) {
      return new FlightRecording(null, null);
    }
    try {
      Recording recording = new Recording(Configuration.getConfiguration("profile"));
      recording.start();
      return new FlightRecording(file, recording);
    } catch (ParseException e) {
      throw new IOException("the Flight Recorder has no 'profile' configuration", e);
    }
  }

  void write() throws IOException {
    if (recording != null && file != null) {
      recording.dump(file);
    }
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
