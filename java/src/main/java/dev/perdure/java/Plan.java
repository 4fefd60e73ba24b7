package dev.perdure.java;

import dev.perdure.java.Verdict.Target;
import org.jspecify.annotations.Nullable;

/// What becomes of one call.
sealed interface Plan {
  /// It stays.
  record Keep() implements Plan {}

  /// It becomes a routed call site of a function.
  record Route(String function) implements Plan {}

  /// It becomes a call of what stands for a JDK member.
  record Stand(Target target) implements Plan {}

  /// Decides for calls of one class.
  record Planner(Classes classes, Functions functions, Members members, boolean trusted) {
    private static final Plan KEEP = new Keep();
    private static final String IDENTITY_TEXT = "identityText";

    Plan plan(Use.Call call, UserMethod caller) {
      var function = functions.of(call, caller);
      if (function != null) {
        return new Route(function);
      }
      var platform = platformMember(call.member());
      return platform == null || trusted ? KEEP : stand(call, platform);
    }

    /// The class to make instead of another, or null.
    @Nullable String swap(String className) {
      return trusted ? null : members.swap(className);
    }

    /// The member of the platform that a reference means, or null if it means the universe's.
    @Nullable Member platformMember(Member member) {
      if (Classes.isPlatform(member.owner())) {
        return member;
      }
      if (member.isConstructor() || classes.resolve(member) != null) {
        return null;
      }
      return classes.supertypes(member.owner()).stream()
          .filter(PlatformClass.class::isInstance)
          .map(PlatformClass.class::cast)
          .filter(known -> known.members().contains(member.signature()))
          .map(known -> new Member(known.name(), member.name(), member.descriptor()))
          .findFirst()
          .orElse(null);
    }

    private Plan stand(Use.Call call, Member platform) {
      if (isSuperToString(call, platform)) {
        return new Stand(new Target.Call("dev/perdure/java/link/Deterministic", IDENTITY_TEXT));
      }
      return switch (members.of(platform)) {
        case Verdict.Rewritten(var target, _) -> new Stand(target);
        case Verdict.Allowed _, Verdict.Refused _, Verdict.Unlisted _ -> KEEP;
      };
    }

    private static boolean isSuperToString(Use.Call call, Member platform) {
      return call.kind() == Use.Kind.SPECIAL
          && platform.owner().equals(Names.OBJECT)
          && platform.name().equals("toString");
    }
  }
}
