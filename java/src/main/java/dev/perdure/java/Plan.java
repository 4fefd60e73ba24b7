package dev.perdure.java;

import dev.perdure.java.Verdict.Target;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import org.jspecify.annotations.Nullable;

/// What becomes of one call.
sealed interface Plan {
  /// It stays.
  record Keep() implements Plan {}

  /// It becomes a routed call site of a function.
  record Route(String function) implements Plan {}

  /// It becomes a call of what stands for a JDK member.
  record Stand(Target target) implements Plan {}

  /// It becomes the text of its receiver without its identity.
  ///
  /// @param method the method of [dev.perdure.java.link.Texts] that gives it
  record Text(String method) implements Plan {}

  /// Decides for calls of one class.
  record Planner(Classes classes, Functions functions, Members members, boolean trusted) {
    private static final Plan KEEP = new Keep();
    private static final String TO_STRING = "toString()Ljava/lang/String;";

    Plan plan(Use.Call call, UserMethod caller) {
      var function = functions.of(call, caller);
      if (function != null) {
        return new Route(function);
      }
      if (trusted) {
        return KEEP;
      }
      if (isText(call)) {
        return new Text(call.kind() == Use.Kind.SPECIAL ? "identity" : "of");
      }
      var platform = platformMember(call.member());
      return platform == null ? KEEP : stand(platform);
    }

    /// The bootstrap method to link a call site by instead of another: concatenations show no
    /// identity.
    DirectMethodHandleDesc linker(DirectMethodHandleDesc bootstrap) {
      return trusted || !bootstrap.owner().equals(CallWriter.CONCATENATION)
          ? bootstrap
          : MethodHandleDesc.ofMethod(
              DirectMethodHandleDesc.Kind.STATIC,
              CallWriter.LINKER,
              bootstrap.methodName(),
              bootstrap.invocationType());
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

    private Plan stand(Member platform) {
      return switch (members.of(platform)) {
        case Verdict.Rewritten(var target, _) -> new Stand(target);
        case Verdict.Allowed _, Verdict.Refused _, Verdict.Unlisted _ -> KEEP;
      };
    }

    // Of classes that have no toString of their own compilers name Object as the owner.
    private static boolean isText(Use.Call call) {
      return call.member().signature().equals(TO_STRING)
          && (call.kind() == Use.Kind.INTERFACE || call.member().owner().equals(Names.OBJECT));
    }
  }
}
