package dev.perdure.java.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Migrates;
import dev.perdure.api.WasNamed;
import dev.perdure.value.Edn;
import dev.perdure.value.PerdureException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Values of old shapes are read through the functions of today's types (E26).
class MigratingCodecTest {
  record Price(long cents, Optional<String> currency) {
    record V2(BigDecimal euros) {
      @Migrates
      static V2 of(BigDecimal bare) {
        return new V2(bare);
      }
    }

    @Migrates
    static Price of(V2 old) {
      if (old.euros().signum() < 0) {
        throw new IllegalArgumentException("a price below zero");
      }
      return old.euros().signum() == 0
          ? null
          : new Price(old.euros().movePointRight(2).longValueExact(), Optional.of("EUR"));
    }
  }

  record Line(String sku, Price price) {}

  /// Nothing of it has to be written, so every map can be read as it.
  record Person(Optional<String> first, Optional<String> last) {
    record Whole(String name) {}

    @Migrates
    static Person of(Whole old) {
      var names = old.name().split(" ", 2);
      return new Person(Optional.of(names[0]), Optional.of(names[1]));
    }
  }

  record Page<T>(List<T> items, int total) {
    record V1<T>(List<T> items) {}

    @Migrates
    static <E> Page<E> of(V1<E> old) {
      return new Page<>(old.items(), old.items().size());
    }
  }

  record Node(List<Node> children, Price price) {
    record V1(List<Node> children, BigDecimal cost) {}

    @Migrates
    static Node of(V1 old) {
      return new Node(old.children(), new Price(old.cost().longValue(), Optional.empty()));
    }
  }

  sealed interface Shape {
    record Polygon(int corners, double side) implements Shape {}

    @WasNamed("Square")
    record Box(double side) {}

    @Migrates
    static Shape of(Box old) {
      return new Polygon(4, old.side());
    }
  }

  enum State {
    OPEN,
    DONE;

    enum Old {
      NEW,
      ACTIVE
    }

    @Migrates
    static State of(Old old) {
      return OPEN;
    }
  }

  private final Codecs codecs = new Codecs();

  private Object read(Type type, String edn) {
    return codecs.of(type).fromValue(Edn.read(edn));
  }

  @Test
  void anOldShapeIsReadThroughItsFunctionsOneAfterTheOther() {
    var tenEuros = new Price(1000, Optional.of("EUR"));
    assertThat(read(Price.class, "{:cents 1000 :currency \"EUR\"}")).isEqualTo(tenEuros);
    assertThat(read(Price.class, "{:euros 10M}")).isEqualTo(tenEuros);
    assertThat(read(Price.class, "10M")).isEqualTo(tenEuros);
    assertThat(read(Line.class, "{:sku \"a\" :price {:euros 10M}}"))
        .isEqualTo(new Line("a", tenEuros));
    assertThat(read(Price.class, "nil")).isNull();
  }

  @Test
  void whatIsWrittenHasTheShapeOfToday() {
    var price = read(Price.class, "10M");
    assertThat(codecs.of(Price.class).toValue(price))
        .hasToString("{:cents 1000 :currency \"EUR\"}");
  }

  @Test
  void aValueThatKnownKeysMakeUpIsNoOldOneWithKeysThatArePassedOver() {
    assertThat(read(Person.class, "{:name \"Ada Lovelace\"}"))
        .isEqualTo(new Person(Optional.of("Ada"), Optional.of("Lovelace")));
    assertThat(read(Person.class, "{}")).isEqualTo(new Person(Optional.empty(), Optional.empty()));
    assertThat(read(Person.class, "{:first \"Ada\" :born 1815}"))
        .isEqualTo(new Person(Optional.of("Ada"), Optional.empty()));
  }

  @Test
  void typeArgumentsReachTheOldShape() throws NoSuchFieldException {
    var type = Pages.class.getDeclaredField("prices").getGenericType();
    assertThat(read(type, "{:items [10M {:cents 5 :currency nil}]}"))
        .isEqualTo(
            new Page<>(
                List.of(new Price(1000, Optional.of("EUR")), new Price(5, Optional.empty())), 2));
  }

  private static final class Pages {
    Page<Price> prices;
  }

  @Test
  void anOldShapeMayContainTheTypeOfToday() {
    var read = (Node) read(Node.class, "{:cost 2M :children [{:cost 1M :children []}]}");
    assertThat(read.children())
        .containsExactly(new Node(List.of(), new Price(1, Optional.empty())));
  }

  @Test
  void aVariantThatIsGoneBecomesAnother() {
    assertThat(read(Shape.class, "#Shape/Square {:side 2.0}")).isEqualTo(new Shape.Polygon(4, 2));
    assertThat(read(Shape.class, "#Shape/Polygon {:corners 3 :side 1.0}"))
        .isEqualTo(new Shape.Polygon(3, 1));
    assertThat(read(State.class, ":ACTIVE")).isEqualTo(State.OPEN);
    assertThat(read(State.class, ":DONE")).isEqualTo(State.DONE);
  }

  @Test
  void whatAFunctionThrowsIsToldWithThePathToTheValue() {
    assertThatThrownBy(() -> read(Line.class, "{:sku \"a\" :price {:euros -1M}}"))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(CodecCode.MIGRATION_FAILED);
              assertThat(e.problem().where()).endsWith("Line.price");
              assertThat(e.problem().what())
                  .isEqualTo(
                      "Price.of threw java.lang.IllegalArgumentException: a price below zero for"
                          + " {:euros -1M}");
            })
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read(Price.class, "0M"))
        .hasMessageContaining("Price.of returned null");
  }

  @Test
  void aValueOfNoShapeIsMeasuredByThatOfToday() {
    assertThatThrownBy(() -> read(Price.class, "{:dollars 1M}"))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.problem().code()).isEqualTo(CodecCode.VALUE_MISMATCH))
        .hasMessageContaining("a component :cents");
  }

  @Test
  void aDeepValueOfNoShapeIsReadOnce() {
    var edn = new StringBuilder("{:cost 1M :children [:leaf]}");
    for (int depth = 0; depth < 200; depth++) {
      edn.insert(0, "{:cost 1M :children [").append("]}");
    }
    assertThatThrownBy(() -> read(Node.class, edn.toString()))
        .isInstanceOf(PerdureException.class)
        .hasMessageContaining("found :leaf");
  }
}
