package dev.storywire.faults.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws several measures over the same days as SVG, with a small chart for each. */
public final class SmallMultiples {
  private static final int WIDTH = 230;
  private static final int HEIGHT = 130;
  private static final int LEFT = 14;
  private static final int TOP = 52;
  private static final int COLUMNS = 3;

  private SmallMultiples() {}

  /**
   * Draws the measures.
   *
   * @param measures values by name, one per day
   * @param marked day that is marked with a line
   */
  public static String draw(Map<String, List<Double>> measures, int marked) {
    int rows = (measures.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' "
            + "font-family='sans-serif' font-size='11'>%n"
            + "<rect width='100%%' height='100%%' fill='white'/>%n",
        COLUMNS * (WIDTH + LEFT) + LEFT,
        rows * (HEIGHT + TOP) + LEFT);
    int number = 0;
    for (Map.Entry<String, List<Double>> measure : measures.entrySet()) {
      int x = LEFT + number % COLUMNS * (WIDTH + LEFT);
      int y = TOP + number / COLUMNS * (HEIGHT + TOP);
      chart(svg, x, y, measure.getKey(), measure.getValue(), marked);
      number++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void chart(
      StringBuilder svg, int x, int y, String name, List<Double> values, int marked) {
    double most = values.stream().mapToDouble(v -> v).max().orElse(1);
    double scale = most == 0 ? 1 : HEIGHT / most;
    double step = (double) WIDTH / Math.max(1, values.size() - 1);
    add(svg, "<rect x='%d' y='%d' width='%d' height='%d' fill='#f4f4f2'/>%n", x, y, WIDTH, HEIGHT);
    add(
        svg,
        "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#bbb' stroke-dasharray='3 3'/>%n",
        x + marked * step,
        x + marked * step,
        y,
        y + HEIGHT);
    StringBuilder points = new StringBuilder();
    for (int day = 0; day < values.size(); day++) {
      add(points, "%.1f,%.1f ", x + day * step, y + HEIGHT - values.get(day) * scale);
    }
    add(
        svg,
        "<polyline points='%s' fill='none' stroke='#1f5f8b' stroke-width='1.6'/>%n",
        points.toString().strip());
    add(svg, "<text x='%d' y='%d' font-weight='bold'>%s</text>%n", x, y - 21, name);
    add(svg, "<text x='%d' y='%d' fill='#555'>at most %,.0f</text>%n", x, y - 7, most);
  }

  private static void add(StringBuilder to, String format, Object... arguments) {
    to.append(String.format(Locale.ROOT, format, arguments));
  }
}
