package dev.perdure.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What `compute.wat` computes, as a careful person writes it in Java: with loops, arrays of
/// numbers and collections that change.
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
      0,
      0,
      0,
      0,
      0,
      0,
      SUN,
      4.841431442464721,
      -1.1603200440274284,
      -0.10362204447112311,
      0.001660076642744037 * DAY,
      0.007699011184197404 * DAY,
      -0.0000690460016972063 * DAY,
      0.0009547919384243266 * SUN,
      8.34336671824458,
      4.124798564124305,
      -0.4035234171143214,
      -0.002767425107264111 * DAY,
      0.004998528012349172 * DAY,
      0.000023041729757376393 * DAY,
      0.0002858859806661308 * SUN,
      12.894369562139131,
      -15.111151401698631,
      -0.22330757889265573,
      0.002964601375647616 * DAY,
      0.0023784717395948095 * DAY,
      -0.000029658956854023756 * DAY,
      0.00004366244043351563 * SUN,
      15.379697114850917,
      -25.919314609987964,
      0.17925877295037118,
      0.0026806777249038932 * DAY,
      0.001628241700382423 * DAY,
      -0.00009515922545197159 * DAY,
      0.000051513890204661145 * SUN
    };
  }
}
