package dev.perdure.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What `compute.wat` computes, as a careful person writes it in Java: with loops, arrays of numbers
/// and collections that change.
final class JavaCompute {
  private static final int MILLION = 1_000_000;
  private static final int FIELDS = 7;
  private static final double SUN = 39.47841760435743;
  private static final double DAY = 365.24;
  private static final List<Long> NUMBERS = numbers();

  private JavaCompute() {}

  private static List<Long> numbers() {
    var numbers = new ArrayList<Long>();
    for (long i = 0; i < MILLION; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  static Object fib32() {
    return fib(32);
  }

  private static long fib(long n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  static Object mapreduce() {
    long sum = 0;
    for (long x : NUMBERS) {
      if (x % 2 == 0) {
        sum += x + 1;
      }
    }
    return sum;
  }

  static Object conj() {
    var list = new ArrayList<Long>();
    for (long i : NUMBERS) {
      list.add(i);
    }
    return (long) list.size();
  }

  static Object assoc() {
    var map = new HashMap<Long, Long>();
    for (long i : NUMBERS) {
      map.put(i, i);
    }
    return (long) map.size();
  }

  static Object strings() {
    var text = new StringBuilder();
    for (int i = 0; i < MILLION; i++) {
      text.append('k').append(i).append(',');
    }
    return (long) text.toString().length();
  }

  static Object join() {
    var texts = new ArrayList<String>();
    for (long i : NUMBERS) {
      texts.add(String.valueOf(i));
    }
    return (long) String.join(",", texts).length();
  }

  static Object nbody() {
    var bodies = bodies();
    for (int step = 0; step < 100_000; step++) {
      for (int i = 0; i < bodies.length; i += FIELDS) {
        for (int j = i + FIELDS; j < bodies.length; j += FIELDS) {
          pull(bodies, i, j);
        }
      }
      for (int i = 0; i < bodies.length; i += FIELDS) {
        for (int axis = 0; axis < 3; axis++) {
          bodies[i + axis] += 0.01 * bodies[i + 3 + axis];
        }
      }
    }
    return bodies[0];
  }

  private static void pull(double[] bodies, int a, int b) {
    double dx = bodies[a] - bodies[b];
    double dy = bodies[a + 1] - bodies[b + 1];
    double dz = bodies[a + 2] - bodies[b + 2];
    double d2 = dx * dx + dy * dy + dz * dz;
    double mag = 0.01 / (d2 * Math.sqrt(d2));
    double ma = mag * bodies[a + 6];
    double mb = mag * bodies[b + 6];
    bodies[a + 3] -= dx * mb;
    bodies[a + 4] -= dy * mb;
    bodies[a + 5] -= dz * mb;
    bodies[b + 3] += dx * ma;
    bodies[b + 4] += dy * ma;
    bodies[b + 5] += dz * ma;
  }

  private static double[] bodies() {
    return new double[] {
      0, 0, 0, 0, 0, 0, SUN,
      4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
      0.00166007664274403694 * DAY, 0.00769901118419740425 * DAY, -0.0000690460016972063023 * DAY,
      0.000954791938424326609 * SUN,
      8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
      -0.00276742510726411063 * DAY, 0.00499852801234917238 * DAY, 0.0000230417297573763929 * DAY,
      0.000285885980666130812 * SUN,
      12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
      0.00296460137564761618 * DAY, 0.00237847173959480950 * DAY, -0.0000296589568540237556 * DAY,
      0.0000436624404335156298 * SUN,
      15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
      0.00268067772490389322 * DAY, 0.00162824170038242295 * DAY, -0.0000951592254519715870 * DAY,
      0.0000515138902046611451 * SUN
    };
  }
}
