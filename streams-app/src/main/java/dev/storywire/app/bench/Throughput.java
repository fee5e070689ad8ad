package dev.storywire.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The number of records done over time. */
final class Throughput {
  private record Point(long nanos, long done) {}

  private final List<Point> points = new ArrayList<>();

  void add(long nanosSinceStart, long done) {
    points.add(new Point(nanosSinceStart, done));
  }

  /** Returns records per second from the start to the last record. */
  double overall() {
    return rate(0, points.size() - 1);
  }

  /** Returns records per second over the second half of the records. */
  double secondHalf() {
    return part(5, 10);
  }

  /** Returns records per second over each tenth of the records. */
  List<Double> tenths() {
    return IntStream.range(0, 10).mapToObj(tenth -> part(tenth, tenth + 1)).toList();
  }

  private double part(int fromTenth, int toTenth) {
    return rate(indexOf(fromTenth), indexOf(toTenth));
  }

  private int indexOf(int tenth) {
    long done = points.get(points.size() - 1).done * tenth / 10;
    int index = 0;
    while (points.get(index).done < done) {
      index++;
    }
    return index;
  }

  /** Returns records per second between two times in seconds; NaN if the run was shorter. */
  double between(int fromSecond, int toSecond) {
    boolean shorter = points.get(points.size() - 1).nanos < toSecond * 1_000_000_000L;
    return shorter
        ? Double.NaN
        : (doneAt(toSecond) - doneAt(fromSecond)) / (double) (toSecond - fromSecond);
  }

  private long doneAt(int second) {
    long done = 0;
    for (Point point : points) {
      if (point.nanos <= second * 1_000_000_000L) {
        done = point.done;
      }
    }
    return done;
  }

  private double rate(int from, int to) {
    Point first = points.get(from);
    Point last = points.get(to);
    return last.nanos == first.nanos
        ? Double.NaN
        : (last.done - first.done) * 1e9 / (last.nanos - first.nanos);
  }
}
