package org.denovo.mapping;

import org.denovo.vocabulary.Text;

/** A colour as people call it; the eye parts colours by hue, so twelve names are enough. */
final class Colour {

  private static final Text[] HUES = {
    new Text("红", "red"),
    new Text("橙", "orange"),
    new Text("黄", "yellow"),
    new Text("黄绿", "lime"),
    new Text("绿", "green"),
    new Text("绿", "green"),
    new Text("青", "cyan"),
    new Text("蓝", "blue"),
    new Text("蓝", "blue"),
    new Text("紫", "purple"),
    new Text("紫红", "magenta"),
    new Text("粉红", "pink")
  };

  private Colour() {}

  /**
   * The name and the code, for example {@code yellow #FFFF00}; {@code #RRGGBB} as cells have it.
   */
  static Text named(String fill) {
    if (fill.isEmpty()) {
      return new Text("其他颜色", "another colour");
    }
    int red = Integer.parseInt(fill.substring(1, 3), 16);
    int green = Integer.parseInt(fill.substring(3, 5), 16);
    int blue = Integer.parseInt(fill.substring(5, 7), 16);
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    Text name =
        most - least < 24 ? grey(most) : HUES[(int) Math.round(hue(red, green, blue) / 30) % 12];
    return new Text(name.zh() + " " + fill, name.en() + " " + fill);
  }

  private static Text grey(int most) {
    return most < 48 ? new Text("黑", "black") : new Text("灰", "grey");
  }

  /** Degrees from 0 (red) over 120 (green) and 240 (blue). */
  private static double hue(int red, int green, int blue) {
    double most = Math.max(red, Math.max(green, blue));
    double range = most - Math.min(red, Math.min(green, blue));
    if (most == red) {
      return (60 * (green - blue) / range + 360) % 360;
    }
    return most == green ? 120 + 60 * (blue - red) / range : 240 + 60 * (red - green) / range;
  }
}
