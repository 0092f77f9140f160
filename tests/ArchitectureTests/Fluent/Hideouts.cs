namespace Eliza.ArchitectureTests.Fluent;

/// <summary>Classes that each hide their use of <see cref="Target"/> in another place.</summary>
internal static class Hideouts
{
    internal class Target : Exception
    {
        public static Task Call() => Task.CompletedTask;
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class NamesAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }

    internal sealed class InBaseType : Target;

    internal sealed class InInterface : List<object>, IEquatable<Target>
    {
        public bool Equals(Target? other) => false;
    }

    internal sealed class InConstraint
    {
        public static T? None<T>() where T : Target => null;
    }

#pragma warning disable CS0649, CS0169, CA1823 // Fields that nobody uses are the point here.
    internal sealed class InField
    {
        private readonly Target? _field;
    }
#pragma warning restore CS0649, CS0169, CA1823

    internal abstract class InProperty
    {
        public abstract Target[]? Property { get; }
    }

    internal abstract class InSignature
    {
        public abstract void Method(ref Target target);
    }

    internal sealed class InGenericArgument
    {
        public static void Method() => Console.WriteLine(new Dictionary<string, List<Target>>());
    }

    internal sealed class InMethodCall
    {
        public static void Method() => Target.Call();
    }

    internal sealed class InTypeOf
    {
        public static string Method() => typeof(Target).Name;
    }

    [Names(typeof(Target))]
    internal sealed class InAttribute;

    internal abstract class InAttributeOfParameter
    {
        public abstract void Method([Names(typeof(List<Target[]>))] int number);
    }

    internal sealed class InCatch
    {
        public static void Method()
        {
            try
            {
                Console.WriteLine();
            }
            catch (Target)
            {
            }
        }
    }

    internal sealed class InAsyncLambda
    {
        public static Func<int, Task> Method() => async time =>
        {
            await Task.Delay(time);
            await Target.Call();
        };
    }

    internal sealed class InIterator
    {
        public static IEnumerable<object> Method()
        {
            yield return 1;
            yield return new Target();
        }
    }

    internal sealed class InNestedType
    {
        private sealed class Nested : List<Target>;
    }

    internal sealed class Innocent
    {
        public static Guid Method(DateTimeOffset now) => Guid.CreateVersion7(now);
    }

    internal static class Caller
    {
        public static Task Direct() => Target.Call();

        public static async Task TwiceAsync()
        {
            await Target.Call();
            await Task.Yield();
            await Target.Call();
        }

        public static Func<Task> ThroughLambdaAndHelper()
        {
            var local = 1;
            return async () =>
            {
                await Task.Delay(local);
                await Target.Call();
                await Helper();
            };
        }

        public static void NotAtAll() => Console.WriteLine();

        private static Task Helper() => Target.Call();
    }
}
