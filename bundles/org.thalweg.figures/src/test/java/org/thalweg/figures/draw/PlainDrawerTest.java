package org.thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;
import org.thalweg.api.analysis.Figure.Role;
import org.thalweg.api.analysis.Figure.Scale;
import org.thalweg.figures.Drawing;

class PlainDrawerTest {
  private static final int VERMILLION = 0xd55e00;

  private static List<Figure> samples() {
    return Samples.all();
  }

  private static Figure figure(Scale x, Scale y, Figure.Layer... layers) {
    return new Figure("test", "A test", x, y, List.of(layers));
  }

  private static BufferedImage image(Drawing drawing) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(drawing.png()));
  }

  private static int pixels(BufferedImage image, int rgb) {
    int n = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        n += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
      }
    }
    return n;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFigureGivesAnImageAndWellFormedSvg(Figure figure) throws Exception {
    Drawing drawing = new PlainDrawer().draw(figure);

    assertThat(image(drawing).getWidth()).isEqualTo(900);
    assertThat(image(drawing).getHeight()).isEqualTo(600);
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(drawing.svg()));
    assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
    assertThat(new String(drawing.svg(), StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameFigureGivesTheSameBytes(Figure figure) {
    Drawing once = new PlainDrawer().draw(figure);
    Drawing again = new PlainDrawer().draw(figure);

    assertThat(again.svg()).isEqualTo(once.svg());
    assertThat(again.png()).isEqualTo(once.png());
  }

  @Test
  void aSinglePointIsSeen() throws Exception {
    assertThat(pixels(image(new PlainDrawer().draw(Samples.single())), VERMILLION)).isPositive();
  }

  @Test
  void aConstantIsSeenInTheMiddle() throws Exception {
    BufferedImage image = image(new PlainDrawer().draw(Samples.constant()));
    assertThat(pixels(image, 0x0072b2)).isGreaterThan(600);
  }

  @Test
  void anEmptyFigureSaysSo() {
    Drawing drawing = new PlainDrawer().draw(Samples.empty());

    assertThat(new String(drawing.svg(), StandardCharsets.UTF_8)).contains(">no data<");
    assertThat(drawing.warnings()).singleElement().asString().startsWith("figure 'empty': ");
  }

  @Test
  void onlyNotANumberIsAnEmptyFigure() {
    double[] nothing = {Double.NaN, Double.NaN};
    Figure figure =
        figure(
            new Scale("x", ""),
            new Scale("y", ""),
            new Line("none", Role.SGD, false, false, nothing, nothing));

    assertThat(new PlainDrawer().draw(figure).warnings()).hasSize(1);
  }

  @Test
  void lengthsThatDoNotFitLeaveOutTheLayerAlone() {
    Figure figure =
        figure(
            new Scale("x", ""),
            new Scale("y", ""),
            new Line("short", Role.SGD, false, false, new double[3], new double[2]),
            new Line("good", Role.SGD, false, false, new double[] {1, 2}, new double[] {1, 2}));

    assertThat(new PlainDrawer().draw(figure).warnings())
        .containsExactly("figure 'test': the layer 'short' is left out: y has 2 values, x has 3");
  }

  @Test
  void whatALogarithmicAxisCannotShowIsTold() {
    Scale log = new Scale("y", "", true, Double.NaN, Double.NaN);
    Figure figure =
        figure(
            new Scale("x", ""),
            log,
            new Points(
                "SGD",
                Role.SGD,
                new double[] {1, 2, 3},
                new double[] {0, 1, 10},
                new double[] {1, 2, 1}));

    assertThat(new PlainDrawer().draw(figure).warnings())
        .singleElement()
        .asString()
        .contains("1 of 3 points of 'SGD'");
  }

  @Test
  void theLegendStandsWhereNoDataIs() {
    List<Figure.Layer> layers = Samples.crowded().layers();
    Legend legend = new Legend(layers, Look.of(layers), Typeface.get());
    Box plot = new Box(100, 50, 800, 500);
    Occupancy occupancy = new Occupancy(900, 600);
    fill(occupancy, new Box(400, -60, 790, 490));

    assertThat(legend.place(plot, occupancy))
        .hasValueSatisfying(b -> assertThat(b.right()).isLessThan(400));
    fill(occupancy, plot);
    assertThat(legend.place(plot, occupancy)).isEmpty();
  }

  private static void fill(Occupancy occupancy, Box box) {
    occupancy.add(List.of(new Mark.Fill(Marks.rectangle(box), 0, 1)));
  }

  @Test
  void textsThatXmlForbidsAreMadeHarmless() throws Exception {
    Scale axis = new Scale("a < b & \"c\" \u0001", "m\uFFFF");
    Figure figure = new Figure("odd name/é", "<title>", axis, axis, List.of());

    byte[] svg = new PlainDrawer().draw(figure).svg();

    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
    assertThat(new String(svg, StandardCharsets.UTF_8)).contains("a &lt; b &amp; ");
  }

  @Test
  void twoMethodsOfOneRoleAreToldApart() {
    double[] v = {0, 1};
    List<Figure.Layer> layers = new ArrayList<>();
    for (String label : List.of("plain", "heavy-ball")) {
      layers.add(new Line(label, Role.SGD, false, true, v, v));
    }
    for (String label : List.of("evolved", "steady")) {
      layers.add(new Points(label, Role.DENSITY, v, v, new double[0]));
    }
    List<Look> looks = Look.of(layers);

    assertThat(looks.get(0).pen().rgb()).isNotEqualTo(looks.get(1).pen().rgb());
    assertThat(looks.get(2).hollow()).isFalse();
    assertThat(looks.get(3).hollow()).isTrue();
  }

  @Test
  void whatBelongsToOneMethodSharesItsTone() {
    double[] v = {0, 1};
    List<Figure.Layer> layers = new ArrayList<>();
    for (String label : List.of("plain", "plain, fit", "heavy-ball", "heavy-ball, fit")) {
      layers.add(new Line(label, Role.SGD, label.endsWith("fit"), false, v, v));
    }
    List<Integer> tones = Look.of(layers).stream().map(look -> look.pen().rgb()).toList();

    assertThat(tones.get(1)).isEqualTo(tones.get(0));
    assertThat(tones.get(3)).isEqualTo(tones.get(2)).isNotEqualTo(tones.get(0));
  }

  @Test
  void anErrorBarThatReachesZeroEndsInAnArrowAndDoesNotStretchALogarithmicAxis() {
    Extent extent = new Extent(new Scale("y", "", true, Double.NaN, Double.NaN), new ArrayList<>());
    extent.add(1);
    extent.addBar(1, 1 - 1e-12);
    extent.addBar(1, 5);
    Scaling scaling = extent.scaling(0);
    assertThat(scaling.from()).isEqualTo(0.1);
    assertThat(scaling.to()).isEqualTo(6);

    Box box = new Box(0, 0, 100, 100);
    Frame frame = new Frame(box, new Scaling(false, 0, 2), scaling);
    double[] one = {1};
    Points points = new Points("p", Role.SGD, one, one, new double[] {2});
    List<Mark> marks = LayerMarks.of(points, Look.of(List.of(points)).get(0), frame);
    double[] corner = new double[6];
    List<Double> heads = new ArrayList<>();
    for (var i = marks.get(0).path().getPathIterator(null); !i.isDone(); i.next()) {
      i.currentSegment(corner);
      heads.add(corner[1]);
    }
    // the bar, then its lower end: down to the frame from both sides, then a flat cap above
    assertThat(heads.get(0)).isEqualTo(100);
    assertThat(heads.get(3)).isEqualTo(100);
    assertThat(heads.get(2)).isEqualTo(heads.get(4)).isLessThan(100);
    assertThat(heads.get(5)).isEqualTo(heads.get(6)).isEqualTo(heads.get(1));
  }

  @Test
  void aZeroAmongCellsOnALogarithmicScaleIsNoGap() {
    Figure.Cells rates =
        new Figure.Cells(
            "rate",
            true,
            new double[] {0, 1, 2, 3},
            new double[] {0, 1},
            new double[] {0, 1, Double.NaN},
            List.of(Figure.Mark.NONE, Figure.Mark.NONE, Figure.Mark.NONE));
    CellColours colours = CellColours.of(rates);

    assertThat(CellMarks.kind(rates, 0, colours)).isEqualTo(CellMarks.Kind.ZERO);
    assertThat(CellMarks.kind(rates, 1, colours)).isEqualTo(CellMarks.Kind.COLOURED);
    assertThat(CellMarks.kind(rates, 2, colours)).isEqualTo(CellMarks.Kind.NO_NUMBER);
  }

  @Test
  void coloursOfNothingButZerosRiseFromZero() {
    Figure.Cells none =
        new Figure.Cells(
            "fraction",
            false,
            new double[] {0, 1, 2},
            new double[] {0, 1},
            new double[] {0, Double.NaN},
            List.of(Figure.Mark.NONE, Figure.Mark.NONE));

    assertThat(CellColours.of(none).scaling()).isEqualTo(new Scaling(false, 0, 1));
  }

  @Test
  void rolesOfOneKindDifferInTheirDashes() {
    double[] v = {0, 1};
    List<Figure.Layer> layers = new ArrayList<>();
    layers.add(new Line("Eq. 7", Role.THEORY, false, false, v, v));
    layers.add(new Line("Eq. 11", Role.THEORY, false, false, v, v));
    List<Look> looks = Look.of(layers);

    assertThat(looks.get(0).pen().rgb()).isEqualTo(looks.get(1).pen().rgb());
    assertThat(looks.get(0).pen().dashes()).isNotEqualTo(looks.get(1).pen().dashes());
  }

  @Test
  void everyKindOfCellShowsAndIsExplained() {
    Drawing drawing = new PlainDrawer().draw(Samples.phases());
    assertThat(drawing.warnings()).isEmpty();
    String svg = new String(drawing.svg(), StandardCharsets.UTF_8);
    assertThat(svg).contains("diverged", "failed", "not run", "no number", "variance [theta^2]");
    // the darkest and the lightest value have the ends of the colour ramp
    assertThat(svg).contains("#440154", "#fde725");
  }

  @Test
  void cellsThatDoNotFitTheirEdgesAreLeftOutAndTold() {
    Figure.Cells odd =
        new Figure.Cells(
            "odd",
            false,
            new double[] {0, 1, 2},
            new double[] {0, 1},
            new double[] {1},
            List.of(Figure.Mark.NONE));
    Figure.Cells falling =
        new Figure.Cells(
            "falling",
            false,
            new double[] {1, 0},
            new double[] {0, 1},
            new double[] {1},
            List.of(Figure.Mark.NONE));
    Drawing drawing =
        new PlainDrawer()
            .draw(
                new Figure("f", "", new Scale("x", ""), new Scale("y", ""), List.of(odd, falling)));
    assertThat(drawing.warnings())
        .anyMatch(w -> w.contains("'odd' is left out: 1 values and 1 marks, but the edges make 2"))
        .anyMatch(w -> w.contains("'falling' is left out: its edges do not rise"));
  }

  @Test
  void flowPointsTheWayInWhichItsPointsAreGiven() throws Exception {
    double[] rightwards = {0, 1};
    double[] leftwards = {1, 0};
    double[] level = {0, 0};
    Scale scale = new Scale("x", "");
    int[] ahead = heads(figure(scale, scale, new Figure.Flow("", Role.DENSITY, rightwards, level)));
    int[] back = heads(figure(scale, scale, new Figure.Flow("", Role.DENSITY, leftwards, level)));

    assertThat(ahead[0]).isLessThan(ahead[1]);
    assertThat(back[0]).isGreaterThan(back[1]);
  }

  /** The columns of the plot's interior with most and with second-half black pixels of a head. */
  private static int[] heads(Figure figure) throws Exception {
    BufferedImage image = image(new PlainDrawer().draw(figure));
    int first = -1;
    int last = -1;
    int widest = 0;
    int at = 0;
    for (int x = 200; x < 800; x++) {
      int n = 0;
      for (int y = 100; y < 500; y++) {
        n += (image.getRGB(x, y) & 0xffffff) < 0x606060 ? 1 : 0;
      }
      if (n > 3) {
        first = first < 0 ? x : first;
        last = x;
        if (n > widest) {
          widest = n;
          at = x;
        }
      }
    }
    return new int[] {at, (first + last) / 2};
  }

  @Test
  void signedCellsArePaleAtZeroAndBluerBelowThanAbove() throws Exception {
    double[] edges = {0, 1, 2, 3};
    Figure.Cells cells =
        new Figure.Cells(
            "psi", Figure.Colours.SIGNED, edges, new double[] {0, 1}, new double[] {-1, 0, 1});
    Scale scale = new Scale("x", "");
    BufferedImage image = image(new PlainDrawer().draw(figure(scale, scale, cells)));

    assertThat(pixels(image, 0x00568a)).isGreaterThan(10_000);
    assertThat(pixels(image, 0xfafafa)).isGreaterThan(10_000);
    assertThat(pixels(image, 0xb04a00)).isGreaterThan(10_000);
  }
}
