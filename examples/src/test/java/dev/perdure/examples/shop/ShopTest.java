package dev.perdure.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {
  @Test
  void aClassOfFunctionsIsTestedWithoutTheEngine() {
    var catalog =
        new Catalog() {
          @Override
          public User user(String id) {
            return new User(id, "Ada");
          }

          @Override
          public List<Item> items(String userId) {
            return List.of(new Item("apple", 2));
          }
        };
    var shop = new Shop(catalog, (user, items) -> "r-" + user + "-" + items);
    assertThat(shop.handleRequest(new Request("7")))
        .isEqualTo(new Response("Hello, Ada", List.of(new Item("apple", 2)), "r-7-1"));
  }
}
