package dev.perdure.examples.shop.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/// What the demo plays, as a function of a seed: the customers, those of them that version 2 treats
/// wrongly, some who do not exist, and the stream of requests.
///
/// @param seed chooses all of it
/// @param users every customer, by id
/// @param planted ids of the customers whose names have an apostrophe, in order
/// @param unknown ids that requests name but nobody has, in order
/// @param stream the ids that the requests name; each planted and each unknown one at least once in
///   its first half
record Scenario(
    long seed,
    List<Customer> users,
    List<String> planted,
    List<String> unknown,
    List<String> stream) {
  private static final List<String> FIRST =
      List.of("Ada", "Bela", "Carla", "Dan", "Edsger", "Fran", "Grace", "Hedy", "Ivan", "Joe");
  private static final List<String> LAST =
      List.of("Moore", "Naur", "Okafor", "Perez", "Quine", "Rossi", "Sato", "Tanaka", "Ueda");
  private static final List<String> WITH_APOSTROPHE =
      List.of("O'Brien", "D'Angelo", "N'Diaye", "L'Hospital", "M'Bala");
  private static final List<String> SKUS =
      List.of("apple", "bread", "cheese", "dates", "eggs", "figs", "grapes", "honey");
  private static final int USERS_MIN = 50;
  private static final int UNKNOWN = 5;

  /// A customer with a list.
  record Customer(String id, String name, List<String> skus) {}

  Scenario {
    users = List.copyOf(users);
    planted = List.copyOf(planted);
    unknown = List.copyOf(unknown);
    stream = List.copyOf(stream);
  }

  /// The scenario of a seed.
  ///
  /// @param requests how long the stream is
  static Scenario of(long seed, int requests) {
    var random = new Random(seed);
    int count = Math.max(USERS_MIN, requests / 10);
    var planted = planted(random, count);
    var users = new ArrayList<Customer>();
    for (int i = 0; i < count; i++) {
      users.add(customer(random, id(i), planted.contains(id(i))));
    }
    var unknown = new ArrayList<String>();
    for (int i = 0; i < UNKNOWN; i++) {
      unknown.add(id(count + 1 + random.nextInt(count) + i * count));
    }
    var inOrder = List.copyOf(planted);
    return new Scenario(
        seed, users, inOrder, unknown, stream(random, requests, users, inOrder, unknown));
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "u%05d", number);
  }

  private static TreeSet<String> planted(Random random, int users) {
    var planted = new TreeSet<String>();
    int wanted = 3 + users / 100 + random.nextInt(5);
    while (planted.size() < wanted) {
      planted.add(id(random.nextInt(users)));
    }
    return planted;
  }

  private static Customer customer(Random random, String id, boolean planted) {
    var name = pick(random, FIRST) + " " + pick(random, planted ? WITH_APOSTROPHE : LAST);
    var skus = new ArrayList<>(SKUS);
    Collections.shuffle(skus, random);
    return new Customer(id, name, List.copyOf(skus.subList(0, 1 + random.nextInt(4))));
  }

  private static List<String> stream(
      Random random,
      int requests,
      List<Customer> users,
      List<String> planted,
      List<String> unknown) {
    var stream = new ArrayList<String>(planted);
    stream.addAll(unknown);
    while (stream.size() < requests) {
      stream.add(pick(random, users).id());
    }
    Collections.shuffle(stream.subList(0, requests / 2), random);
    return stream;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// The half of the stream that is served twice: without a shadow and with one.
  List<String> firstHalf() {
    return stream.subList(0, stream.size() / 2);
  }

  /// The other half.
  List<String> secondHalf() {
    return stream.subList(stream.size() / 2, stream.size());
  }

  /// The first `count` requests, from the beginning again if the stream is shorter.
  List<String> requests(int count) {
    var requests = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      requests.add(stream.get(i % stream.size()));
    }
    return requests;
  }
}
